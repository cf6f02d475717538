/** HTML out of texts of unknown origin: whatever is filled in is escaped, unless it is HTML itself. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Filling = string | number | Html | readonly Html[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, sign => escapes[sign] ?? sign)

/** Attributes have to stand in quotes. Signs beyond ASCII are written as references: bundlers cannot escape them in templates. */
export function html(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Html {
  return new Html(
    pieces.map((piece, i) => piece + (i < fillings.length ? textOf(fillings[i] as Filling) : '')).join(''),
  )
}

function textOf(filling: Filling): string {
  if (filling instanceof Html) return filling.text
  if (typeof filling === 'object') return filling.map(({ text }) => text).join('')
  return escaped(String(filling))
}

export const none = new Html('')

/** Where there is something to show. */
export const when = (condition: boolean, show: () => Html): Html => (condition ? show() : none)
