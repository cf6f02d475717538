/** What scores lead to, what is promised, and what all of it depends on. */
import type { Reached, Route } from '@merit-lang/analysis'
import { onOneLine, type Paint, padEnd, shorten } from '../paint.ts'
import { inputsTold, lineText, promiseVerdict, routeTold, stageVerdict, verdictOf } from './account.ts'
import { notes, type Page, witnessNote } from './page.ts'

type Line = Reached & { readonly route?: Route }

export function outcomeLines(page: Page): string[] {
  const { anatomy, paint } = page
  const grades = anatomy.grades.flatMap(({ name, labels }) => [
    paint.bold(name),
    ...labels.flatMap(label => lineWithRoute(label, label.text, page)),
  ])
  const stages = anatomy.stages.flatMap(stage => [
    `${paint.bold(stage.text)}  ${coloured(stage, stageVerdict(stage), paint)}`,
    ...witnessNote(stage.witness, 4, page),
    ...stage.lines.flatMap(line => lineWithRoute(line, lineText(stage.text, line.text), page)),
  ])
  const out = anatomy.disqualifications.flatMap(one => lineWithRoute(one, one.text, page))
  return [...grades, ...stages, ...(out.length > 0 ? [paint.bold('disqualified'), ...out] : [])]
}

function coloured({ verdict }: Reached, text: string, paint: Paint): string {
  const colours = { reachable: paint.good, unreachable: paint.bad, undecided: paint.warn }
  return colours[verdict](text)
}

function lineWithRoute(one: Line, name: string, page: Page): string[] {
  const { anatomy, paint, width } = page
  const told = one.route ? routeTold(one.route, anatomy) : []
  const [how, ...more] = told
  const sentence = how ? how.text : coloured(one, verdictOf(one), paint)
  const rules = more.flatMap(({ text, rules }) =>
    rules.map((rule, i) => `${padEnd(i === 0 ? text : '', 12)}${shorten(onOneLine(rule), width - 20)}`),
  )
  return [
    `    ${onOneLine(name)}: ${sentence}`,
    ...rules.map(line => `        ${paint.dim(line)}`),
    ...witnessNote(one.route?.witness ?? one.witness, 8, page),
  ]
}

export function promiseLines(page: Page): string[] {
  const { anatomy, paint } = page
  const colours = { proved: paint.good, broken: paint.bad, undecided: paint.warn }
  return anatomy.promises.flatMap(promise => [
    `${onOneLine(promise.text)}  ${colours[promise.verdict](promiseVerdict(promise))}`,
    ...witnessNote(promise.witness, 4, page),
  ])
}

export function inputLines(page: Page): string[] {
  const { anatomy, paint } = page
  const kinds = [
    ['attributes', inputsTold(anatomy.attributes)],
    ['events', inputsTold(anatomy.events)],
  ] as const
  return kinds.flatMap(([kind, { moving, idle }]) => {
    const width = Math.max(0, ...moving.map(({ name }) => name.length))
    const lines = moving.map(
      ({ name, moves }) => `    ${padEnd(onOneLine(name), width)}  ${paint.dim(`moves ${moves.join(', ')}`)}`,
    )
    if (moving.length + idle.length === 0) return []
    return [
      paint.bold(kind),
      ...lines,
      ...notes(idle.length > 0 ? [`nothing follows from ${idle.join(', ')}`] : [], 4, page),
    ]
  })
}
