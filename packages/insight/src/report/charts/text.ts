/** Texts in pictures, of which nobody knows how wide they become: widths are estimated, rather too wide. */

/** Of the letters in charts, in units of the picture; `style.ts` draws them in this size. */
export const letterSize = 12

/** Beyond it, letters are as wide as they are high: those of Chinese, Japanese and Korean, and pictures. */
const firstWide = 0x1100

export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += (letter.codePointAt(0) as number) >= firstWide ? letterSize : letterSize * 0.65
  return width
}

/** Cut to a width, with `…` where something is left out. */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const letters = Array.from(text)
  while (letters.length > 0 && widthOf(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Numbers in coordinates need no more. */
export const place = (units: number) => String(Math.round(units * 10) / 10)
