/** How the points of leads are spread, and who is where. */
import type { GradeImpact, Impact, ScoreImpact, StageImpact } from '../../impact/impact.ts'
import { counted, grouped, rounded, share } from '../../numbers.ts'
import { bar, scaleOf } from '../charts/bars.ts'
import { histogram } from '../charts/histogram.ts'
import { figure } from '../charts/picture.ts'
import { type Html, html } from '../html.ts'
import { type Context, heading, named, number, paragraph, type Section, table } from '../parts.ts'

export function spreadSection(impact: Impact, isCompared: boolean, { level }: Context): Section {
  const scores = impact.scores.filter(one => one.onlyIn !== 'before' && one.distribution.length > 0)
  const stages = impact.stages.filter(one => one.onlyIn !== 'before')
  const grades = impact.grades.filter(one => one.onlyIn !== 'before')
  const cards = [
    ...scores.map(score => scoreCard(score, isCompared, level + 1)),
    ...(stages.length > 0 ? [stageCard(stages, impact.leads, level + 1)] : []),
    ...grades.map(grade => gradeCard(grade, impact.leads, level + 1)),
  ]
  const body = impact.leads === 0 ? paragraph('The file has no leads.') : html`<div class="cards">${cards}</div>`
  return { id: 'spread', title: 'How leads are spread', body }
}

const card = (body: Html) => html`<article class="card">${body}</article>`

function scoreCard(score: ScoreImpact, isCompared: boolean, level: number): Html {
  const { name, distribution: bins, thresholds } = score
  const compared = isCompared && score.onlyIn === undefined
  const [near, far] = parted(score)
  const caption = html`Leads by their points in ${named(name)}.${compared ? ' Filled: now. Line: before.' : ''}${far.map(one => html` ${named(one.stage)} at ${rounded((one.after ?? one.before) as number)} lies far beyond.`)}`
  const sides = compared ? (['before', 'after'] as const) : (['after'] as const)
  const rows = bins.map(bin => [
    html`${rounded(bin.low)} to ${rounded(bin.high)}`,
    ...sides.map(side => number(bin[side])),
  ])
  const titles = { before: 'Before', after: compared ? 'Now' : 'Leads' }
  const columns = [{ title: 'Points' }, ...sides.map(side => ({ title: titles[side], kind: 'number' as const }))]
  const limits = thresholds.map(
    ({ stage, before, after }) => html` ${named(stage)}: ${rounded((after ?? before) as number)}.`,
  )
  const chart = histogram({ name, bins, thresholds: near, compared })
  return card(
    html`${heading(level, html`Score ${named(name)}`)}${figure(chart, caption, html`${table(`Leads by points in ${name}`, columns, rows)}<p>${limits}</p>`)}`,
  )
}

/** Thresholds that would make the rest of the picture too small are not in it. */
function parted({
  distribution,
  thresholds,
}: ScoreImpact): readonly [near: ScoreImpact['thresholds'], far: ScoreImpact['thresholds']] {
  const [low, high] = [distribution[0]?.low ?? 0, distribution.at(-1)?.high ?? 0]
  const width = high - low
  const isNear = (at: number | undefined) => at === undefined || (at >= low - width && at <= high + width)
  const near = thresholds.filter(({ before, after }) => isNear(before) && isNear(after))
  return [near, thresholds.filter(one => !near.includes(one))]
}

function stageCard(stages: readonly StageImpact[], leads: number, level: number): Html {
  const rows = stages.map(({ name, after }) => shareRow(name, after, leads))
  return card(
    html`${heading(level, 'Stages')}${table(`Of ${counted(leads, 'lead')}, in a stage`, shareColumns('Stage'), rows, { limit: 60 })}`,
  )
}

function gradeCard({ name, labels }: GradeImpact, leads: number, level: number): Html {
  const rows = labels.map(({ label, after }) => shareRow(label, after, leads))
  return card(
    html`${heading(level, html`Grade ${named(name)}`)}${table(`Of ${counted(leads, 'lead')}`, shareColumns('Grade'), rows, { limit: 60 })}`,
  )
}

const shareColumns = (title: string) => [
  { title },
  { title: 'Leads', kind: 'number' as const },
  { title: 'Share', kind: 'number' as const },
  { title: '', kind: 'bar' as const },
]

function shareRow(name: string, count: number, leads: number): readonly Html[] {
  const scale = scaleOf([leads])
  return [named(name), html`${grouped(count)}`, html`${share(count, leads)}`, bar(0, count, scale, 'now')]
}
