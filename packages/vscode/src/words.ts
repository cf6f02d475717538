/** `1 lead`, `2,000 leads`, `no tests`. */
export function counted(count: number, one: string): string {
  if (count === 0) return `no ${one}s`
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`
}
