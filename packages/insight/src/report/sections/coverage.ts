/** What the tests of a model reach. */
import { goalKinds, goalTitles, percentText, type Share } from '../../coverage/tally.ts'
import { counted, grouped } from '../../numbers.ts'
import { bar, scaleOf } from '../charts/bars.ts'
import type { CoverageTold } from '../data.ts'
import { type Html, html, when } from '../html.ts'
import { type Context, code, heading, list, named, paragraph, type Section, table } from '../parts.ts'

/** Statements with something left to show. */
const mostGaps = 100

export function coverageSection(coverage: CoverageTold, { level }: Context): Section {
  return { id: 'coverage', title: 'What the tests reach', body: bodyOf(coverage, level + 1) }
}

function bodyOf({ tests, tally, open }: CoverageTold, level: number): Html {
  if (tests === 0)
    return paragraph('There is no test. merit generate-tests writes tests of all that the model decides.')
  const kinds = goalKinds.filter(kind => tally.kinds[kind].all > 0)
  const rows = [row('all', tally), ...kinds.map(kind => row(goalTitles[kind], tally.kinds[kind]))]
  const columns = [
    { title: 'Kind' },
    { title: 'Covered', kind: 'number' as const },
    { title: 'Share', kind: 'number' as const },
    { title: '', kind: 'bar' as const },
  ]
  return html`<article class="card">${table(`What ${counted(tests, 'test')} ${tests === 1 ? 'reaches' : 'reach'}`, columns, rows)}${when(
    tally.impossible > 0,
    () =>
      paragraph(
        `${counted(tally.impossible, 'outcome')} cannot happen, which is proved, and ${tally.impossible === 1 ? 'does' : 'do'} not count.`,
        'quiet',
      ),
  )}</article>${when(open.length > 0, () => html`${heading(level, 'What no test shows')}${gaps(open)}`)}`
}

function row(name: string, { covered, all }: Share): readonly Html[] {
  return [
    html`${name}`,
    html`${grouped(covered)} of ${grouped(all)}`,
    html`${percentText({ covered, all })}`,
    bar(0, covered, scaleOf([all]), 'now'),
  ]
}

function gaps(open: CoverageTold['open']): Html {
  const rows = open.map(({ place, name, gaps: texts }) => [
    html`${code(name)} <span class="note">${named(place)}</span>`,
    list(texts.map(named), 'plain'),
  ])
  return table('Statements, and what was not seen of them', [{ title: 'Statement' }, { title: 'Not seen' }], rows, {
    limit: mostGaps,
  })
}
