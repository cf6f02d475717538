/**
 * Numbers for plain data, equal just where the data is. What is shared is looked at once, so that a program whose parts are
 * shared many times over costs no more than what it holds.
 */
export function meanings(): (data: unknown) => number {
  const known = new Map<unknown, number>()
  const numbers = new Map<string, number>()
  const numberOf = (data: unknown): number => {
    const answer = known.get(data) ?? numbered(`${typeof data} ${typeof data === 'object' ? keyOf(data) : data}`)
    known.set(data, answer)
    return answer
  }
  const numbered = (key: string): number => {
    const answer = numbers.get(key) ?? numbers.size
    numbers.set(key, answer)
    return answer
  }
  const keyOf = (data: object | null): string =>
    JSON.stringify(data && [Array.isArray(data), Object.entries(data).map(([key, part]) => [key, numberOf(part)])])
  return numberOf
}
