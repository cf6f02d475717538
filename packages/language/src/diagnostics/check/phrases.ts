/** Pieces of sentences. */

/** `` `a`, `b` and `c` ``; of many the first few. */
export function choice(names: readonly string[], joint: 'and' | 'or', most = 8): string {
  const shown = names.slice(0, most).map(name => `\`${name}\``)
  if (names.length > most) return `${shown.join(', ')} ${joint} ${names.length - most} more`
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} ${joint} ${last}`
}

export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** As it stands in a model: bare where it may. */
export function asValue(value: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value) ? value : quoted(value)
}
