/** Colours by what they mean, and text measured in columns of a terminal. */

type Style = (text: string) => string

export interface Paint {
  readonly bold: Style
  readonly dim: Style
  readonly good: Style
  readonly bad: Style
  readonly warn: Style
  readonly accent: Style
}

const plain: Style = text => text

export function painter(color: boolean): Paint {
  const style = (open: number, close: number): Style => (color ? text => `\x1b[${open}m${text}\x1b[${close}m` : plain)
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    good: style(32, 39),
    bad: style(31, 39),
    warn: style(33, 39),
    accent: style(36, 39),
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
const colorCodes = /\x1b\[\d+m/g
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/gu
const zeroWidth = /\p{Mn}|\p{Cf}/gu

export function columnsOf(text: string): number {
  const shown = text.replace(colorCodes, '').replace(zeroWidth, '')
  return Array.from(shown).length + (shown.match(wide)?.length ?? 0)
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text
}

/** Control characters would move the cursor: shown as a space. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

/** Uncoloured text cut to the columns, with `…` where something is left out. */
export function shorten(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  const characters = Array.from(text)
  while (characters.length > 0 && columnsOf(characters.join('')) > columns - 1) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** Uncoloured text in lines of at most so many columns, broken at spaces. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && columnsOf(line) + 1 + columnsOf(word) <= columns)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
