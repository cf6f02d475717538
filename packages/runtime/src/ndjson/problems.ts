/** What is wrong with a line, as the end of a sentence. */
export const notUtf8 = 'this line has bytes that are not UTF-8 text; save the file as UTF-8'

/** The engine's wording of its errors differs between versions; only the place is taken from it. */
export function notJson(text: string, error: unknown): string {
  const found = /position (\d+)/.exec(String(error))?.[1]
  const wrong = 'this is not valid JSON'
  if (found === undefined || Number(found) >= text.length) return `${wrong}: it ends too early`
  const near = text.slice(Number(found), Number(found) + 20).split('\n', 1)[0]
  return `${wrong}, at \`${near}\``
}

export function notAnObject(what: string): string {
  return `this is not ${what}: a JSON object is expected`
}
