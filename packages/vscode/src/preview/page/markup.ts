/** HTML out of texts of unknown origin: whatever is filled in is escaped, unless it is markup itself. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Filling = string | number | Markup | readonly Markup[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, sign => escapes[sign] ?? sign)

function textOf(filling: Filling): string {
  if (filling instanceof Markup) return filling.text
  if (typeof filling === 'object') return filling.map(({ text }) => text).join('')
  return escaped(String(filling))
}

export function markup(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return new Markup(
    pieces.map((piece, i) => piece + (i < fillings.length ? textOf(fillings[i] as Filling) : '')).join(''),
  )
}

export const none = new Markup('')
