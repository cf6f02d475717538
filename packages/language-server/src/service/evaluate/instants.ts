/** Instants as clients write them. */
import { formatInstant } from '@merit-lang/runtime'

export const instantText = formatInstant

/** Milliseconds since 1970 UTC; undefined for what is no instant of the years 0001 to 9999. */
export function readInstant(text: string): number | undefined {
  const at = Date.parse(text)
  return formatInstant(at) === 'out of range' ? undefined : at
}
