/** Who enters and leaves stages and grades, and because of what. */
import type { Cause, CauseKind, GradeImpact, Impact, Membership, StageImpact } from '../../impact/impact.ts'
import { counted, grouped, share, signed } from '../../numbers.ts'
import { type Flow, flowDiagram } from '../charts/flow.ts'
import { figure } from '../charts/picture.ts'
import { type Html, html, none, when } from '../html.ts'
import { type Context, code, cutTo, folded, heading, named, number, paragraph, type Section, table } from '../parts.ts'

const mostIds = 50
const mostCauses = 25
/** In a diagram; of others it is told in the table alone. */
const mostLabels = 12

export function movesSection(impact: Impact, { level }: Context): Section {
  return { id: 'moves', title: 'Who is affected', body: bodyOf(impact, level + 1) }
}

function bodyOf(impact: Impact, level: number): Html {
  return html`${when(impact.known === 0, () => paragraph('Nothing that the model reads is known of any of the leads.'))}${movesOf(impact, level)}`
}

function movesOf(impact: Impact, level: number): Html {
  const { leads, affected, stages, grades, disqualified, causes } = impact
  if (affected === 0) return paragraph(`Nothing changes for any of ${counted(leads, 'lead')}.`)
  const moving = [...stages, { ...disqualified, name: 'disqualified' }].filter(isMoving)
  const cards = [
    ...moving.map(one => stageCard(one, leads, level)),
    ...grades.filter(({ moves }) => moves.length > 0).map(grade => gradeCard(grade, level)),
  ]
  return html`<p class="lead">${moving.map(one => html`${named(one.name)}: ${passages(one)}. `)}${when(moving.length === 0, () => html`No lead enters or leaves a stage. `)}${grouped(affected)} of ${counted(leads, 'lead')} ${affected === 1 ? 'is' : 'are'} scored otherwise (${share(affected, leads)}).</p>${when(
    cards.length > 0,
    () => html`<div class="cards">${cards}</div>`,
  )}${when(causes.length > 0, () => html`${heading(level, 'Because of what')}${causesTable(causes)}`)}`
}

const isMoving = ({ entering, leaving }: Membership) => entering.length + leaving.length > 0

// ---------------------------------------------------------------- stages and grades

type Stage = Pick<StageImpact, 'name'> & Membership

function stageCard(stage: Stage, leads: number, level: number): Html {
  const { name, before, after, entering, leaving } = stage
  const outside = `not ${name}`
  const flows = [
    { from: name, to: name, leads: before - leaving.length },
    { from: outside, to: name, leads: entering.length },
    { from: name, to: outside, leads: leaving.length },
    { from: outside, to: outside, leads: leads - before - entering.length },
  ].filter(flow => flow.leads > 0)
  const description = `${grouped(before)} before, ${grouped(after)} now: ${passages(stage)}`
  const chart = flowDiagram({ title: `Leads in ${name}`, description, labels: [name, outside], flows })
  const numbers = table(
    `Leads in ${name}`,
    ['Before', 'Now', 'Enter', 'Leave'].map(title => ({ title, kind: 'number' as const })),
    [[before, after, entering.length, leaving.length].map(number)],
  )
  return html`<article class="card">${heading(level, named(name))}${figure(chart, html`${passages(stage)}. ${named(name)}: ${grouped(before)} before, ${grouped(after)} now.`, numbers)}${ids('Who enters', entering)}${ids('Who leaves', leaving)}</article>`
}

function passages({ entering, leaving }: Membership): string {
  const [more, fewer] = [entering.length, leaving.length]
  const parts = [
    ...(more > 0 ? [counted(more, 'lead enters', 'leads enter')] : []),
    ...(fewer > 0 ? [counted(fewer, 'lead leaves', 'leads leave')] : []),
  ]
  return parts.join(', ')
}

function ids(title: string, all: readonly string[]): Html {
  if (all.length === 0) return none
  const shown = (some: readonly string[]) => html`<p class="ids">${some.map(id => html`${code(id)} `)}</p>`
  return folded(`${title}: ${grouped(all.length)}`, cutTo(all, mostIds, 'lead', shown))
}

function gradeCard(grade: GradeImpact, level: number): Html {
  const { name, moves } = grade
  const moved = moves.reduce((sum, { ids: all }) => sum + all.length, 0)
  const caption = html`${counted(moved, 'lead gets', 'leads get')} another ${named(name)}.`
  const rows = moves.map(({ from, to, ids: all }) => [html`${named(from)} &rarr; ${named(to)}`, number(all.length)])
  const listed = table(
    `Leads that move in ${name}`,
    [{ title: 'From and to' }, { title: 'Leads', kind: 'number' }],
    rows,
    { limit: 100 },
  )
  const flows = flowsOf(grade)
  const labels = grade.labels.map(({ label }) => label)
  const title = `Leads by ${name}`
  const shown =
    labels.length > mostLabels
      ? html`${paragraph(caption)}${listed}`
      : figure(flowDiagram({ title, description: `${moved} leads move`, labels, flows }), caption, listed)
  return html`<article class="card">${heading(level, html`Grade ${named(name)}`)}${shown}</article>`
}

function flowsOf({ labels, moves }: GradeImpact): readonly Flow[] {
  const away = new Map<string, number>()
  for (const { from, ids: all } of moves) away.set(from, (away.get(from) ?? 0) + all.length)
  const staying = labels.map(({ label, before }) => ({
    from: label,
    to: label,
    leads: before - (away.get(label) ?? 0),
  }))
  return [...staying, ...moves.map(({ from, to, ids: all }) => ({ from, to, leads: all.length }))].filter(
    flow => flow.leads > 0,
  )
}

// ---------------------------------------------------------------- causes

const kinds = {
  rule: 'rule',
  block: 'bounds and multipliers of',
  formula: 'formula of',
  grade: 'definition of grade',
  stage: 'definition of',
  disqualification: 'disqualification',
} satisfies { [K in CauseKind]: string }

type Told = Pick<Cause, 'kind' | 'name' | 'within'>

export function causeOf({ kind, name, within }: Told): Html {
  const place = within.length === 0 ? none : html` <span class="quiet">in ${named(within.join(' / '))}</span>`
  const told = kind === 'rule' ? code(name) : html`${kinds[kind]} ${named(name)}`
  return html`${told}${place}`
}

function causesTable(causes: readonly Cause[]): Html {
  const columns = [
    { title: 'Part of the model' },
    { title: 'Moves' },
    { title: 'Points of all leads', kind: 'number' as const },
  ]
  const rows = causes.map(cause => [
    causeOf(cause),
    effectOf(cause),
    html`${cause.points === 0 ? '' : signedWhole(cause.points)}`,
  ])
  return table('Parts of the model that do something else for leads', columns, rows, { limit: mostCauses })
}

/** Of many leads nobody reads decimals. */
function signedWhole(points: number): string {
  const whole = Math.round(Math.abs(points))
  return whole < 100 ? signed(points) : `${points < 0 ? '−' : '+'}${grouped(whole)}`
}

function effectOf({ entering, leaving, raised, lowered }: Cause): Html {
  const passed = (verb: string, by: Cause['entering']) =>
    Object.entries(by).map(([stage, { leads }]) => html`<li>${grouped(leads)} ${verb} ${named(stage)}</li>`)
  return html`<ul class="plain">${[
    ...passed('enter', entering),
    ...passed('leave', leaving),
    ...(raised > 0 ? [html`<li>more points for ${grouped(raised)}</li>`] : []),
    ...(lowered > 0 ? [html`<li>fewer for ${grouped(lowered)}</li>`] : []),
  ]}</ul>`
}
