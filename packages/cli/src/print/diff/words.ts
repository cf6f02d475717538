/** What a change does to the leads, in words. */
import type { AffectedLead, Cause, Impact, Membership, StageImpact } from '@merit-lang/insight'
import { counted, grouped, rounded, share, signed } from '../numbers.ts'

type Told = Pick<Cause, 'kind' | 'name' | 'within'>

const told = {
  rule: ({ name, within }) => `rule ${quoted(name)}${inside(within)}`,
  block: ({ name, within }) => `bounds and multipliers of ${name}${inside(within)}`,
  formula: ({ name }) => `the formula of ${name}`,
  grade: ({ name }) => `the definition of grade ${name}`,
  stage: ({ name }) => `the definition of ${name}`,
  disqualification: ({ name }) => `disqualification ${quoted(name)}`,
} satisfies { [K in Told['kind']]: (cause: Told) => string }

export const causeText = (cause: Told): string => told[cause.kind](cause)

const quoted = (text: string) => `“${text}”`
const inside = (within: readonly string[]) => (within.length > 0 ? ` in ${within.join(' / ')}` : '')

/** What the leads that a cause moves do: `12 enter MQL, 3 leave SQL`; else whom it gives other points. */
export function effectText({ entering, leaving, raised, lowered }: Cause): string {
  const passages = [
    ...Object.entries(entering).map(([stage, { leads }]) => `${counted(leads, 'enters', 'enter')} ${stage}`),
    ...Object.entries(leaving).map(([stage, { leads }]) => `${counted(leads, 'leaves', 'leave')} ${stage}`),
  ]
  const points = [
    ...(raised > 0 ? [`more points for ${grouped(raised)}`] : []),
    ...(lowered > 0 ? [`fewer for ${grouped(lowered)}`] : []),
  ]
  return [...passages, ...points].join(', ')
}

/** `12 leads become MQL, 3 no longer are.`, for each stage that leads enter or leave; then how many are affected. */
export function headline(impact: Impact): string {
  const unknown = unknownText(impact)
  if (impact.leads === 0 && unknown !== undefined) return unknown
  return [...(unknown === undefined ? [] : [unknown]), movesText(impact)].join(' ')
}

/** Where the numbers say nothing. */
export function unknownText({ leads, known }: Impact): string | undefined {
  if (leads === 0) return 'There are no leads.'
  return known === 0 ? `Nothing that the model reads is known of any of ${counted(leads, 'lead')}.` : undefined
}

function movesText({ leads, affected, stages }: Impact): string {
  if (affected === 0) return `Nothing changes for any of ${counted(leads, 'lead')}.`
  const moving = stages.filter(({ entering, leaving }) => entering.length + leaving.length > 0)
  const moves = moving.map(stage => `${passageText(stage)}.`)
  const rest = `${grouped(affected)} of ${counted(leads, 'lead')} ${affected === 1 ? 'is' : 'are'} scored otherwise (${share(affected, leads)}).`
  return [...(moves.length > 0 ? moves : ['No lead enters or leaves a stage.']), rest].join(' ')
}

function passageText({ name, entering, leaving }: StageImpact): string {
  const [more, fewer] = [entering.length, leaving.length]
  if (fewer === 0) return `${counted(more, 'lead becomes', 'leads become')} ${name}`
  if (more === 0) return `${counted(fewer, 'lead is', 'leads are')} no longer ${name}`
  return `${counted(more, 'lead becomes', 'leads become')} ${name}, ${counted(fewer, 'no longer is', 'no longer are')}`
}

/** `40 → 55 (+15)` */
export const moveText = (before: number, after: number) =>
  `${rounded(before)} → ${rounded(after)} (${signed(after - before)})`

// ---------------------------------------------------------------- leads

type NamedMembership = Membership & Pick<StageImpact, 'name' | 'onlyIn'>

/** The stages, then the disqualified, where there are any. */
export function membershipsOf({ stages, disqualified }: Impact): readonly NamedMembership[] {
  return isIdle(disqualified) ? stages : [...stages, { name: 'disqualified', ...disqualified }]
}

const isIdle = ({ before, after, entering, leaving }: Membership) =>
  before + after + entering.length + leaving.length === 0

/** What the lead was not before, and what it no longer is. */
export function passagesOf({ before, after }: AffectedLead) {
  return {
    gained: without(after.stages, before.stages).map(name => `becomes ${name}`),
    lost: [
      ...without(before.stages, after.stages).map(name => `no longer ${name}`),
      ...without(after.disqualified, before.disqualified).map(name => `disqualified: ${name}`),
    ],
  }
}

const without = (names: readonly string[], others: readonly string[]) => names.filter(name => !others.includes(name))

/** Of the scores that both models have and that moved: the name, and by how much. */
export function scoreMoves({ before, after }: AffectedLead): readonly (readonly [name: string, move: string])[] {
  return Object.entries(after.scores).flatMap(([name, now]) => {
    const was = before.scores[name] ?? now
    return was === now ? [] : [[name, moveText(was, now)] as const]
  })
}
