/** The leads that are affected most, each with what its points were, are, and what made the difference. */
import type { AffectedLead, Impact } from '../../impact/impact.ts'
import { grouped, rounded, signed } from '../../numbers.ts'
import { type BarKind, bar, scaleOf } from '../charts/bars.ts'
import { type Html, html, when } from '../html.ts'
import { type Context, heading, list, named, paragraph, type Section, table } from '../parts.ts'
import { causeOf } from './moves.ts'

/** Of a lead's steps; the smallest ones beyond are one. */
const mostSteps = 12
const mostLeads = 12

export function leadsSection({ affected, mostAffected }: Impact, { level }: Context): Section {
  const shown = mostAffected.slice(0, mostLeads)
  const cards = shown.map(
    lead =>
      html`<article class="card">${heading(level + 1, named(lead.id))}${factsOf(lead)}${waterfalls(lead)}</article>`,
  )
  const isAll = shown.length === affected
  const title = isAll ? 'The affected leads' : 'The most affected leads'
  const all = when(!isAll, () =>
    paragraph(`${shown.length} of ${grouped(affected)}; those that enter or leave a stage first.`, 'quiet'),
  )
  return { id: 'leads', title, body: html`${all}<div class="cards">${cards}</div>` }
}

function factsOf({ before, after }: AffectedLead): Html {
  const without = (one: readonly string[], other: readonly string[]) => one.filter(name => !other.includes(name))
  const facts = [
    ...without(after.stages, before.stages).map(name => html`becomes ${named(name)}`),
    ...without(before.stages, after.stages).map(name => html`no longer ${named(name)}`),
    ...without(after.disqualified, before.disqualified).map(name => html`disqualified: ${named(name)}`),
    ...without(before.disqualified, after.disqualified).map(name => html`no longer disqualified: ${named(name)}`),
    ...Object.entries(after.grades).flatMap(([name, label]) => {
      const was = before.grades[name]
      return was === undefined || was === label ? [] : [html`${named(name)}: ${named(was)} &rarr; ${named(label)}`]
    }),
    ...movedScores({ before, after }).map(
      name =>
        html`${named(name)}: ${rounded(before.scores[name] as number)} &rarr; ${rounded(after.scores[name] as number)}`,
    ),
  ]
  return list(facts, 'facts')
}

function movedScores({ before, after }: Pick<AffectedLead, 'before' | 'after'>): readonly string[] {
  return Object.keys(after.scores).filter(
    name => before.scores[name] !== undefined && before.scores[name] !== after.scores[name],
  )
}

// ---------------------------------------------------------------- waterfalls

/** Of a score that moved only because of others there is none. */
function waterfalls(lead: AffectedLead): Html {
  const moved = movedScores(lead)
  if (moved.length === 0)
    return paragraph('Its points are as they were; what they lead to is decided otherwise.', 'quiet')
  return html`${moved.map(score => {
    const steps = lead.differences.filter(one => isOf(one, score) && one.before !== one.after)
    return when(steps.length > 0, () => waterfall(score, lead, steps))
  })}`
}

type Difference = AffectedLead['differences'][number]

/** The outermost block around a rule is its score; that of a score itself has none around it. */
function isOf({ kind, name, within }: Difference, score: string): boolean {
  const ofPoints = { rule: true, block: true, formula: true, grade: false, stage: false, disqualification: false }
  return ofPoints[kind] && (within[0] ?? name) === score
}

interface Step {
  readonly what: Html
  readonly from: number
  readonly to: number
  readonly kind: BarKind
}

function waterfall(score: string, { before, after }: AffectedLead, differences: readonly Difference[]): Html {
  const [first, last] = [before.scores[score] as number, after.scores[score] as number]
  const steps = [
    { what: html`Before`, from: 0, to: first, kind: 'before' as const },
    ...stepsFrom(first, differences),
    { what: html`Now`, from: 0, to: last, kind: 'now' as const },
  ]
  const scale = scaleOf(steps.flatMap(({ from, to }) => [from, to]))
  const columns = [
    { title: 'From before to now' },
    { title: 'Points', kind: 'number' as const },
    { title: '', kind: 'bar' as const },
  ]
  const rows = steps.map(({ what, from, to, kind }) => [
    what,
    html`${kind === 'before' || kind === 'now' ? rounded(to) : signed(to - from)}`,
    bar(from, to, scale, kind),
  ])
  return table(html`Score ${named(score)}`, columns, rows, { isBare: true })
}

function stepsFrom(first: number, differences: readonly Difference[]): readonly Step[] {
  let sum = first
  return largest(differences).map(({ what, points }) => {
    const from = sum
    sum += points
    return { what, from, to: sum, kind: points > 0 ? 'up' : 'down' }
  })
}

/** In their order. */
function largest(differences: readonly Difference[]): readonly { readonly what: Html; readonly points: number }[] {
  const sizes = differences
    .map(pointsOf)
    .map(Math.abs)
    .sort((a, b) => b - a)
  const least = differences.length > mostSteps ? (sizes[mostSteps - 1] as number) : 0
  const shown = differences.filter(one => Math.abs(pointsOf(one)) >= least).slice(0, mostSteps)
  const rest = differences.filter(one => !shown.includes(one))
  return [
    ...shown.map(one => ({ what: causeOf(inScore(one)), points: pointsOf(one) })),
    ...(rest.length > 0
      ? [{ what: html`${rest.length} smaller ones`, points: rest.reduce((sum, one) => sum + pointsOf(one), 0) }]
      : []),
  ]
}

/** Which score it is in is known. */
const inScore = (one: Difference): Difference => ({ ...one, within: one.within.slice(1) })
const pointsOf = ({ before, after }: Difference) => after - before
