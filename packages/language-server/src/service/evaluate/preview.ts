/** One lead at one instant: how its scores come about, what it is, and what comes with time alone. */
import { explain, formatInstant, formatTyped, type Lead, type Program, readLead } from '@merit-lang/runtime'
import { type Forecast, forecastOf, type Outlook } from '@merit-lang/runtime/forecast'
import type { Change, Mark, ScoredLead } from '../protocol.ts'
import { explanationText } from './markdown.ts'
import { type Step, stepsOf } from './steps.ts'

export interface Preview extends Omit<ScoredLead, 'lead' | 'scores'> {
  readonly scores: readonly {
    readonly name: string
    readonly points: number
    readonly path: string
    readonly line: number
    readonly steps: readonly Step[]
  }[]
}

/** The program must have nothing unsupported, and `now` be of the years 0001 to 9999. */
export function previewOf(program: Program, data: unknown, now: number): Preview {
  const lead = readLead(program, data)
  const explanation = explain(program, lead, now)
  const forecast = forecastOf(program, lead, now)
  const changes = changesIn(forecast)
  const span = spanOf(lead, now, changes)
  const marks = [...eventMarks(program, lead), ...changes].filter(
    ({ at }) => span.from <= Date.parse(at) && Date.parse(at) <= span.to,
  )
  const { scores, grades, stages } = explanation.explained
  return {
    now: formatInstant(now),
    scores: scores.map(score => {
      const { name, points, path, line } = score
      return { name, points, path, line, steps: stepsOf(score) }
    }),
    grades: grades.map(({ name, label }) => ({ name, label, until: changeOf(forecast.grades[name]) })),
    stages: stages.map(({ name, holds }) => ({ name, holds, until: changeOf(forecast.stages[name]) })),
    disqualified: explanation.disqualified,
    issues: explanation.issues.map(({ message }) => message),
    span: { from: formatInstant(span.from), to: formatInstant(span.to) },
    marks: marks.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    markdown: explanationText(explanation),
  }
}

function changeOf(outlook: Outlook<boolean | string> | undefined): Change | null {
  if (!outlook || outlook.until === null) return null
  return { at: outlook.until, becomes: outlook.becomes === undefined ? undefined : String(outlook.becomes) }
}

function changesIn({ stages, grades, disqualified }: Forecast): readonly Mark[] {
  const marks = [
    ...Object.entries(stages).map(([name, { is, until }]) => ({
      at: until,
      label: `${name} ${is ? 'ends' : 'begins'}`,
    })),
    ...Object.entries(grades).map(([name, { until, becomes }]) => ({
      at: until,
      label: becomes === undefined ? `${name} changes` : `${name} becomes ${becomes}`,
    })),
    { at: disqualified.until, label: disqualified.is.length > 0 ? 'disqualification changes' : 'disqualified' },
  ]
  return marks.flatMap(({ at, label }) => (at === null ? [] : [{ at, kind: 'change' as const, label }]))
}

function eventMarks(program: Program, { events }: Lead): readonly Mark[] {
  return events.map(({ type, name, at, properties }) => {
    const [primary] = program.events[type]?.properties ?? []
    const value = primary && properties.get(primary.name)
    const shown = primary && value !== undefined && value !== null ? `(${formatTyped(value, primary.type)})` : ''
    return { at: formatInstant(at), kind: 'event', label: `${name}${shown}` }
  })
}

const DAY = 86_400_000
/** Shown before the first event, and after whatever comes last. */
const MARGIN = 30 * DAY
/** Changes further ahead are not waited for. */
const HORIZON = 730 * DAY
const FIRST = Date.parse('0001-01-01T00:00:00Z')
const LAST = Date.parse('9999-12-31T00:00:00Z')

function spanOf(
  { events }: Lead,
  now: number,
  changes: readonly Mark[],
): { readonly from: number; readonly to: number } {
  const instants = [now, ...events.map(({ at }) => at), ...changes.map(({ at }) => Date.parse(at))]
  const near = instants.filter(at => at <= now + HORIZON)
  return {
    from: Math.max(FIRST, near.reduce((a, b) => Math.min(a, b)) - MARGIN),
    to: Math.min(LAST, near.reduce((a, b) => Math.max(a, b)) + MARGIN),
  }
}
