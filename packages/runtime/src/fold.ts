/**
 * How texts are compared: Unicode simple lower case, code point by code point, without looking at neighbours (a final
 * sigma stays a plain one) or at a locale. U+0130, the only letter whose lower case is two code points, becomes `i`.
 */
export function fold(text: string): string {
  return isAscii(text) ? text.toLowerCase() : Array.from(text, foldLetter).join('')
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

function foldLetter(letter: string): string {
  return letter === '\u0130' ? 'i' : letter.toLowerCase()
}
