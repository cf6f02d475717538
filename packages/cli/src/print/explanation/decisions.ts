/** What the scores lead to: grades, stages, disqualification; each with why, and why not. */
import type { Explanation, GradeExplanation, LineExplanation, Saw, StageExplanation, Zone } from '@merit-lang/runtime'
import { wrap } from '../paint.ts'
import { indent, type Layout } from './layout.ts'
import { phrase, values } from './saw.ts'
import { dayAndTime } from './times.ts'

export function decisionLines(explanation: Explanation, layout: Layout): string[] {
  const { grades, stages } = explanation.explained
  const sections = [
    ...grades.map(grade => gradeLines(grade, layout)),
    ...stages.map(stage => stageLines(stage, explanation.disqualified.length > 0, layout)),
    disqualifiedLines(explanation, layout),
    issueLines(explanation, layout),
  ]
  return sections.flat()
}

export function gradeLines({ name, label, cases }: GradeExplanation, layout: Layout): string[] {
  const chosen = cases.findIndex(({ holds }) => holds)
  const looked = chosen < 0 ? cases : cases.slice(0, chosen + 1)
  const why = looked.map(({ label: of, holds, saw }) =>
    sentence(holds, `${of}: ${saw.map(part => phrase(part, layout.zone)).join(', ')}`),
  )
  return [`${layout.paint.bold(name)}  ${layout.paint.bold(layout.paint.accent(label))}`, ...notes(why, layout)]
}

export function stageLines({ name, holds, lines }: StageExplanation, disqualified: boolean, layout: Layout): string[] {
  const { paint } = layout
  const verdict = holds ? paint.good('yes') : paint.bad('no')
  const because =
    disqualified && lines.some(line => line.holds) ? `  ${paint.dim('because the lead is disqualified')}` : ''
  const why = lines.map(line => sentence(line.holds, lineWith(name, line, layout.zone)))
  return [`${paint.bold(name)}  ${paint.bold(verdict)}${because}`, ...notes(why, layout)]
}

/** The line with what it saw; where only its lower mark keeps the lead in, since when the lead has been in. */
function lineWith(stage: string, { text, saw, heldSince }: LineExplanation, zone: Zone): string {
  const seen = [lineText(stage, text), ...sawIn(saw, zone)].join(': ')
  return heldSince === undefined ? seen : `${seen}, in since ${dayAndTime(heldSince, zone)}`
}

function disqualifiedLines({ explained }: Explanation, layout: Layout): string[] {
  const holding = explained.disqualifications.filter(({ holds }) => holds)
  if (holding.length === 0) return []
  const why = holding.map(({ reason, saw }) => `${reason}: ${saw.map(part => phrase(part, layout.zone)).join(', ')}`)
  return [layout.paint.bold(layout.paint.bad('disqualified')), ...notes(why, layout)]
}

function issueLines({ issues }: Explanation, layout: Layout): string[] {
  if (issues.length === 0) return []
  return [
    layout.paint.bold(layout.paint.warn('issues')),
    ...notes(
      issues.map(({ message }) => message),
      layout,
    ),
  ]
}

/** Without `qualify MQL`, which stands above it already. */
function lineText(stage: string, text: string): string {
  const named = `qualify ${stage} `
  return text.startsWith(named) ? text.slice(named.length) : text.replace(/^qualify /, '')
}

/** The line itself says what was compared. */
function sawIn(saw: readonly Saw[], zone: Zone): string[] {
  const seen = values(
    saw.flatMap(part => part.values),
    zone,
  )
  return seen.length > 0 ? [seen.join(', ')] : []
}

function sentence(holds: boolean, text: string): string {
  return `${holds ? '✓' : '–'} ${text}`
}

function notes(texts: readonly string[], { paint, width }: Layout): string[] {
  return indent(texts.flatMap(text => wrap(text, width - 6)).map(paint.dim), 4)
}
