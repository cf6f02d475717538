/** What a model is made of, and what it can reach. */
import { bar, type Scale, scaleOf } from '../charts/bars.ts'
import type { AnatomyTold, OutcomeTold, RangeRow, ReachedTold, ScoreTold } from '../data.ts'
import { type Html, html, none, when } from '../html.ts'
import { type Context, code, heading, list, named, paragraph, type Section, table } from '../parts.ts'

export function anatomySection(anatomy: AnatomyTold, { level }: Context): Section {
  const { scores, outcomes, promises } = anatomy
  const body = html`${scores.map(score => scoreCard(score, level + 1))}<div class="cards">${[
    ...outcomes.map(outcome => outcomeCard(outcome, level + 1)),
    ...(promises.length > 0 ? [promiseCard(promises, level + 1)] : []),
    ...inputCard(anatomy, level + 1),
  ]}</div>`
  return { id: 'anatomy', title: 'What the model can reach', body }
}

// ---------------------------------------------------------------- scores

function scoreCard({ name, about, range, formula, notes, rows }: ScoreTold, level: number): Html {
  return html`<article class="card">${heading(level, html`Score ${named(name)} <span class="range">${range}</span>`)}${when(
    about !== undefined,
    () => paragraph(about as string),
  )}${when(formula !== undefined, () => html`<p>= ${code(formula as string)}</p>`)}${when(notes.length > 0, () => list(notes.map(named), 'plain quiet'))}${when(rows.length > 0, () => rulesTable(name, rows))}</article>`
}

function rulesTable(score: string, rows: readonly RangeRow[]): Html {
  const axis = axisOf(rows)
  const columns = [
    { title: 'Rule' },
    { title: 'Least', kind: 'number' as const },
    { title: 'Most', kind: 'number' as const },
    { title: '', kind: 'bar' as const },
  ]
  const cells = rows.map(row => [nameOf(row), html`${row.least}`, html`${row.most}`, rangeBar(row, axis)])
  return table(`What each rule of ${score} can give`, columns, cells)
}

const deepest = 4

function nameOf({ kind, name, depth, notes }: RangeRow): Html {
  const shown = {
    rule: () => code(name),
    group: () => html`group <strong>${named(name)}</strong>`,
    multiplier: () => code(name),
  } satisfies { [K in RangeRow['kind']]: () => Html }
  return html`<div class="depth-${Math.min(depth, deepest)}">${shown[kind]()}${notes.map(note => html`<span class="note">${note}</span>`)}</div>`
}

/** Where there is no end, or none is known, it goes as far as the others do. */
function rangeBar({ kind, low, high }: RangeRow, { scale, ends }: Axis): Html {
  if (kind === 'multiplier') return none
  const isOpen = low === undefined || high === undefined
  return bar(low ?? ends[0], high ?? ends[1], scale, isOpen ? 'endless' : kind === 'group' ? 'group' : 'now')
}

interface Axis {
  readonly scale: Scale
  readonly ends: readonly [low: number, high: number]
}

function axisOf(rows: readonly RangeRow[]): Axis {
  const values = rows.flatMap(({ low = 0, high = 0 }) => [low, high])
  const ends = [Math.min(0, ...values), Math.max(0, ...values) || 1] as const
  return { scale: scaleOf(ends), ends }
}

// ---------------------------------------------------------------- what scores lead to

const marks = { holds: '✓', fails: '✗', open: '?' } satisfies { [V in ReachedTold['verdict']]: string }

function outcomeCard({ kind, name, verdict, lines }: OutcomeTold, level: number): Html {
  const title = name === '' ? kind : html`${kind} ${named(name)}`
  return html`<article class="card">${heading(level, title)}${when(verdict !== undefined, () => paragraph(verdict as string))}${list(lines.map(lineOf), 'verdicts')}</article>`
}

function promiseCard(promises: readonly ReachedTold[], level: number): Html {
  return html`<article class="card">${heading(level, 'Promises')}${list(promises.map(lineOf), 'verdicts')}</article>`
}

function lineOf({ text, verdict, told }: ReachedTold): Html {
  return html`<span class="mark ${verdict}" aria-hidden="true">${marks[verdict]}</span><div>${code(text)}${told.map(toldOf)}</div>`
}

function toldOf({ text, rules }: ReachedTold['told'][number]): Html {
  return html`<span class="note">${text}${rules.map((rule, i) => html`${i === 0 ? ' ' : ', '}${code(rule)}`)}</span>`
}

// ---------------------------------------------------------------- inputs

function inputCard({ inputs, idle }: AnatomyTold, level: number): readonly Html[] {
  if (inputs.length + idle.length === 0) return []
  const rows = inputs.map(({ kind, name, moves }) => [named(name), html`${kind}`, html`${moves.join(', ')}`])
  const columns = [{ title: 'Name' }, { title: '' }, { title: 'Moves' }]
  return [
    html`<article class="card">${heading(level, 'Attributes and events')}${when(rows.length > 0, () => table('What they move', columns, rows))}${when(idle.length > 0, () => paragraph(`Nothing follows from ${idle.join(', ')}.`, 'quiet'))}</article>`,
  ]
}
