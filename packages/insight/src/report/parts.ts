/** What sections are made of. */
import { counted, grouped } from '../numbers.ts'
import { type Html, html, none, when } from './html.ts'

/** Where a section stands: its headings are one level deeper in a page of several models, and ids begin with the model's. */
export interface Context {
  readonly level: number
  readonly id: string
}

/** A part of a model's report that the contents lead to. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: Html
}

export function section({ id, level }: Context, { id: own, title, body }: Section): Html {
  return html`<section aria-labelledby="${id}-${own}">${heading(level, title, `${id}-${own}`)}${body}</section>`
}

const levels = ['1', '2', '3', '4', '5', '6'] as const

export function heading(level: number, title: string | Html, id?: string): Html {
  const name = levels[level - 1] as string
  const link = id === undefined ? none : html` id="${id}"`
  return html`<h${name}${link}>${title}</h${name}>`
}

/** A name or text out of a model, a file or a lead: its letters may run from the right. */
export const named = (text: string) => html`<bdi>${text}</bdi>`
export const code = (text: string) => html`<code dir="auto">${text}</code>`
export const paragraph = (text: string | Html, name = '') => html`<p${classOf(name)}>${text}</p>`

export const list = (items: readonly Html[], name = '') =>
  html`<ul${classOf(name)}>${items.map(item => html`<li>${item}</li>`)}</ul>`

const classOf = (name: string) => (name === '' ? none : html` class="${name}"`)

// ---------------------------------------------------------------- tables

export interface Column {
  readonly title: string
  /** `bar`: a picture of numbers beside it, which narrow pages leave out. */
  readonly kind?: 'text' | 'number' | 'bar'
}

interface TableOptions {
  /** Of rows. */
  readonly limit?: number
  /** The titles of columns go without saying: they are only heard. */
  readonly isBare?: boolean
}

/** The first cell of a row is its heading. Rows beyond the limit are left out, and it is said. */
export function table(
  caption: string | Html,
  columns: readonly Column[],
  rows: readonly (readonly Html[])[],
  { limit = 500, isBare = false }: TableOptions = {},
): Html {
  const cut =
    rows.length > limit
      ? html`<tfoot><tr><td colspan="${columns.length}">${more(rows.length - limit, 'row')}</td></tr></tfoot>`
      : none
  const shown = rows
    .slice(0, limit)
    .map(cells => html`<tr>${cells.map((cell, i) => cellOf(cell, columns[i] as Column, i === 0))}</tr>`)
  return html`<table class="${isBare ? 'bare' : 'titled'}"><caption>${caption}</caption>
<thead><tr>${columns.map(titleOf)}</tr></thead>
<tbody>${shown}</tbody>${cut}</table>`
}

function titleOf({ title, kind = 'text' }: Column): Html {
  return kind === 'bar' ? html`<td class="bar"></td>` : html`<th scope="col" class="${kind}">${title}</th>`
}

function cellOf(cell: Html, { kind = 'text' }: Column, isFirst: boolean): Html {
  return isFirst ? html`<th scope="row">${cell}</th>` : html`<td class="${kind}">${cell}</td>`
}

export const number = (count: number) => html`${grouped(count)}`

// ---------------------------------------------------------------- what is left out

export const more = (count: number, noun: string) => `… and ${counted(count, `more ${noun}`, `more ${noun}s`)}.`

/** At most so many; then how many there are besides. */
export function cutTo<T>(all: readonly T[], limit: number, noun: string, show: (shown: readonly T[]) => Html): Html {
  return html`${show(all.slice(0, limit))}${when(all.length > limit, () => paragraph(more(all.length - limit, noun), 'quiet'))}`
}

/** What can be opened. `printed`: on paper it is open. */
export function folded(title: string | Html, body: Html, name = ''): Html {
  return html`<details${classOf(name)}><summary>${title}</summary>${body}</details>`
}
