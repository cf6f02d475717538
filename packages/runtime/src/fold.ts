/**
 * How texts are compared: Unicode simple lower case, code point by code point, without looking at neighbours (a final
 * sigma stays a plain one) or at a locale. U+0130, the only letter whose lower case is two code points, becomes `i`.
 */
export function fold(text: string): string {
  return BEYOND_ASCII.test(text) ? Array.from(text, foldLetter).join('') : text.toLowerCase()
}

/** Looks at letters faster than a loop does. */
const BEYOND_ASCII = /[\u0080-\uffff]/

function foldLetter(letter: string): string {
  return letter === '\u0130' ? 'i' : letter.toLowerCase()
}
