const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** @throws TypeError where the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return end - start <= longestShort && isAscii(bytes, start, end)
    ? asciiOf(bytes, start, end)
    : utf8.decode(bytes.subarray(start, end))
}

/** Up to here a decoder costs more than the text is long. */
const longestShort = 64
const units: number[] = []

/** Of bytes below 128. */
export function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  units.length = end - start
  for (let i = 0; i < units.length; i++) units[i] = bytes[start + i] as number
  return String.fromCharCode.apply(null, units)
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] as number) > 127) return false
  return true
}
