/** Between the quotes of an attribute. */
export function escaped(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')
}

/** Between tags. XML has no way to write most control characters: they are left out. */
export function escapedText(text: string): string {
  const allowed = text.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
