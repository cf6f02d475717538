/** What a change of a model may do at most. */
import type { Comparison } from '@merit-lang/analysis'
import type { Impact, Membership } from './impact/impact.ts'
import { counted, grouped } from './numbers.ts'

export interface Gates {
  /** How many leads may enter a stage. A limit of a stage by name stands in place of one that names none. */
  readonly maxEntering: readonly Limit[]
  readonly maxLeaving: readonly Limit[]
  /** By how many points a lead may move in a score; a limit of a score by name stands in place of one that names none. */
  readonly maxShift: readonly Limit[]
  /** It must be proved that no lead is scored otherwise. */
  readonly requireEquivalent: boolean
}

/** `50`, `2%`, `MQL=2%`. */
export interface Limit {
  /** The stage or score; absent: all of them. */
  readonly of?: string
  readonly most: number
  /** `percent`: of all leads. Of shifts the number is one of points. */
  readonly unit: 'number' | 'percent'
}

export type GateName = 'max-entering' | 'max-leaving' | 'max-shift' | 'require-equivalent'

export interface Exceeded {
  readonly gate: GateName
  /** The stage or score. */
  readonly of?: string
  /** `12 leads of leads.csv enter MQL (3.1% of 390), where at most 2% may`: a sentence but for the full stop. */
  readonly message: string
}

const shareForm = String.raw`(100(?:\.0+)?|\d{1,2}(?:\.\d+)?)\s*%`
const numberForm = String.raw`(\d+(?:\.\d+)?)`
const limitForm = new RegExp(limitPattern(true))

/** `50`, `MQL=50`; with shares also `2%`, `MQL=2%`, up to 100%. */
export function limitPattern(withShares: boolean): string {
  return String.raw`^\s*(?:(.+)=)?\s*(?:${withShares ? `${numberForm}|${shareForm}` : numberForm})\s*$`
}

/** Undefined where the text is none. */
export function limitOf(text: string): Limit | undefined {
  const [, of, most, percent] = limitForm.exec(text) ?? []
  if (most === undefined && percent === undefined) return undefined
  const named = of === undefined ? {} : { of: of.trim() }
  return { ...named, most: Number(most ?? percent), unit: most === undefined ? 'percent' : 'number' }
}

/** Whether anything is asked that only leads can answer. */
export function needLeads({ maxEntering, maxLeaving, maxShift }: Gates): boolean {
  return maxEntering.length + maxLeaving.length + maxShift.length > 0
}

/** What gates are tried on. */
export interface Tried {
  readonly impact: Impact
  /** What people call the file of leads. */
  readonly file: string
}

/**
 * The gates that are exceeded, in the order of the type; also those that leads cannot answer.
 * @param tried absent where there are no leads, about which nothing was asked then
 * @param comparison absent where the models were not compared, which proves nothing
 */
export function gatesExceeded(
  gates: Gates,
  tried: Tried | undefined,
  comparison: Comparison | undefined,
): readonly Exceeded[] {
  return [
    ...(tried ? ofLeads(gates, tried) : []),
    ...(gates.requireEquivalent && !comparison?.alike ? [notEquivalent] : []),
  ]
}

const notEquivalent: Exceeded = {
  gate: 'require-equivalent',
  message: 'It is not proved that all leads are scored as they were',
}

/** A gate that nothing was tried on must not be taken for one that is kept. */
function ofLeads(gates: Gates, tried: Tried): readonly Exceeded[] {
  const { maxEntering, maxLeaving, maxShift } = gates
  const { leads, known } = tried.impact
  if (known > 0) return ofImpact(gates, tried)
  const asked = { 'max-entering': maxEntering, 'max-leaving': maxLeaving, 'max-shift': maxShift } as const
  const why = leads === 0 ? 'it has no leads' : 'nothing that the model reads is known of any of its leads'
  const message = `This cannot be judged by ${tried.file}: ${why}`
  return (['max-entering', 'max-leaving', 'max-shift'] as const)
    .filter(gate => asked[gate].length > 0)
    .map(gate => ({ gate, message }))
}

function ofImpact({ maxEntering, maxLeaving, maxShift }: Gates, tried: Tried): Exceeded[] {
  const { stages, scores } = tried.impact
  return [
    ...stages.flatMap(stage => passages('max-entering', maxEntering, stage, stage.entering, tried)),
    ...stages.flatMap(stage => passages('max-leaving', maxLeaving, stage, stage.leaving, tried)),
    ...scores.flatMap(({ name, shift }) => {
      const limit = limitFor(name, maxShift)
      if (!limit || shift.furthest <= limit.most) return []
      const message = `A lead of ${tried.file} moves by ${shift.furthest} points in ${name}, where at most ${limit.most} are allowed`
      return [{ gate: 'max-shift', of: name, message } as const]
    }),
  ]
}

const verbs = { 'max-entering': ['enters', 'enter'], 'max-leaving': ['leaves', 'leave'] } as const

function passages(
  gate: keyof typeof verbs,
  limits: readonly Limit[],
  { name }: Membership & { readonly name: string },
  ids: readonly string[],
  { impact: { leads }, file }: Tried,
): Exceeded[] {
  const limit = limitFor(name, limits)
  if (!limit || !isMore(ids.length, limit, leads)) return []
  const [one, many] = verbs[gate]
  const subject = counted(ids.length, `lead of ${file} ${one}`, `leads of ${file} ${many}`)
  const [share, allowed] =
    limit.unit === 'percent'
      ? [` (${percent(ids.length, leads)} of ${grouped(leads)})`, `${limit.most}%`]
      : ['', `${limit.most}`]
  return [{ gate, of: name, message: `${subject} ${name}${share}, where at most ${allowed} may` }]
}

/** In whole numbers, as far as the limit is one: 29 of 100 are not more than 29%. */
function isMore(count: number, { most, unit }: Limit, leads: number): boolean {
  return unit === 'percent' ? 100 * count > most * leads : count > most
}

function limitFor(name: string, limits: readonly Limit[]): Limit | undefined {
  return limits.findLast(({ of }) => of === name) ?? limits.findLast(({ of }) => of === undefined)
}

function percent(part: number, whole: number): string {
  return `${Number(((100 * part) / whole).toPrecision(3))}%`
}
