/** Bars of block characters, eight steps to a column. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** `part` of `whole` in so many columns, without padding. Anything above nothing shows at least a sliver. */
export function bar(part: number, whole: number, columns: number): string {
  if (!(whole > 0) || !(part > 0)) return ''
  const steps = Math.max(1, Math.round((Math.min(part, whole) / whole) * columns * 8))
  return '█'.repeat(Math.floor(steps / 8)) + eighths[steps % 8]
}

/** Where a value stands between its bounds: `██████░░░░`. */
export function gauge(value: number, low: number, high: number, columns: number): string {
  const filled = Math.round(((Math.min(high, Math.max(low, value)) - low) / (high - low)) * columns)
  return '█'.repeat(filled) + '░'.repeat(columns - filled)
}
