/** The numbers that a reader looks for first. */
import { percentText } from '../../coverage/tally.ts'
import { grouped } from '../../numbers.ts'
import type { ModelRead } from '../data.ts'
import { type Html, html, when } from '../html.ts'

export function figuresOf({ anatomy, compared, impact, coverage }: ModelRead): Html {
  const changes = compared?.kind === 'compared' ? compared.changes.entries.length : undefined
  const figures = [
    ...(changes === undefined ? [] : [['changes', grouped(changes)] as const]),
    ...(impact ? [['leads scored', grouped(impact.leads)] as const] : []),
    ...(impact && changes !== undefined ? [['leads scored otherwise', grouped(impact.affected)] as const] : []),
    ...('tally' in coverage && coverage.tests > 0 ? [['reached by tests', percentText(coverage.tally)] as const] : []),
  ]
  const list = () =>
    html`<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
  return html`${when(figures.length > 0, list)}<p class="quiet">${anatomy.contents}</p>`
}
