/** What `merit diff` has to tell, and what is said of it whatever it is printed as. */
import type { Comparison } from '@merit-lang/analysis'
import type { Changes, Exceeded, Impact } from '@merit-lang/insight'
import { formatInstant, type Program } from '@merit-lang/runtime'
import type { Proof } from '../../scoring/diff/proof.ts'
import { type Account, comparisonAsData, verdictOf } from '../comparison/account.ts'
import { counted } from '../numbers.ts'

export interface DiffAccount {
  readonly base: string
  readonly head: string
  /** The file of leads, and the instant for which they were scored. */
  readonly leads?: { readonly file: string; readonly now: number }
  readonly models: readonly ModelDiff[]
}

/** A model in one of the two places. */
export interface Version {
  readonly label: string
  readonly path: string
  readonly commit?: string
  /** Of the model; absent where it was not read. */
  readonly revision?: string
}

export type ModelDiff = {
  /** Its path now, or, where it was removed, before. */
  readonly name: string
  readonly exceeded: readonly Exceeded[]
} & (
  | ({ readonly kind: 'added'; readonly after: Version } & Missing)
  | ({ readonly kind: 'removed'; readonly before: Version } & Missing)
  /** One of the two cannot be read, or has errors. */
  | { readonly kind: 'unread'; readonly before: Version; readonly after: Version; readonly why: string }
  | ({ readonly kind: 'compared' } & ComparedModels)
)

/** What the file is called that is not there; absent in folders. */
export interface Missing {
  readonly missing?: string
}

export type ModelDiffOf<K extends ModelDiff['kind']> = Extract<ModelDiff, { kind: K }>

export interface ComparedModels {
  readonly before: Version
  readonly after: Version
  readonly programs: readonly [before: Program, after: Program]
  readonly changes: Changes
  readonly proof: Proof
  readonly impact?: Impact
}

export const comparisonIn = (proof: Proof): Comparison | undefined =>
  'comparison' in proof ? proof.comparison : undefined

/** As comparisons are told. */
export function proofAccount({ before, after, programs }: ComparedModels, comparison: Comparison): Account {
  return { paths: [before.label, after.label], programs, comparison, witnesses: false }
}

export function proofText(model: ComparedModels): string {
  const { proof } = model
  if ('why' in proof) return `What holds for all leads is not known: ${proof.why}.`
  if (!proof.comparison.alike) return verdictOf(proofAccount(model, proof.comparison))
  return 'All leads are scored alike: proved.'
}

// ---------------------------------------------------------------- in words

/** Of a model that is in one of the two places only. The name of what is missing shows where it was mistyped. */
export function aloneText({ kind, missing }: ModelDiffOf<'added' | 'removed'>): string {
  const what = kind === 'added' ? 'A new model' : 'The model was removed'
  return `${what}: there is ${missing === undefined ? 'nothing' : `no ${missing}`} to compare it with.`
}

export function scoredFor({ leads }: DiffAccount): string {
  return leads ? `${leads.file}, scored for ${formatInstant(leads.now)}` : ''
}

// ---------------------------------------------------------------- all models

export const exceededIn = ({ models }: DiffAccount): readonly (Exceeded & { readonly path: string })[] =>
  models.flatMap(model => model.exceeded.map(one => ({ ...one, path: pathOf(model) })))

/** The file of the model as it is now; of one that was removed, as it was. */
export const pathOf = (model: ModelDiff): string => (model.kind === 'removed' ? model.before : model.after).path

/** In one line. */
export function summaryOf(account: DiffAccount): string {
  const { models } = account
  const of = (kind: ModelDiff['kind']) => models.filter(model => model.kind === kind)
  const same = of('compared').filter(model => isSame(model as ModelDiffOf<'compared'>)).length
  const numbers = [
    [of('compared').length - same, 'changed'],
    [same, 'unchanged in meaning'],
    [of('added').length, 'new'],
    [of('removed').length, 'removed'],
    [of('unread').length, 'not compared'],
  ] as const
  const parts = numbers.flatMap(([count, what]) => (count > 0 ? [`${counted(count, 'model')} ${what}`] : []))
  const gates = exceededIn(account).length
  return [...parts, ...(gates > 0 ? [`${counted(gates, 'gate')} exceeded`] : [])].join(', ')
}

/** Those that are told of one by one: among several not those that are the same in both places. */
export function toldModels({ models }: DiffAccount): readonly ModelDiff[] {
  if (models.length === 1) return models
  return models.filter(model => model.kind !== 'compared' || !isSame(model) || model.exceeded.length > 0)
}

/** Nothing is different, as far as was looked. */
export function isSame({ changes, proof, impact }: ComparedModels): boolean {
  return changes.entries.length === 0 && comparisonIn(proof)?.alike === true && (impact?.affected ?? 0) === 0
}

export function diffAsData(account: DiffAccount) {
  const { base, head, leads, models } = account
  return {
    base,
    head,
    ...(leads ? { leads: { file: leads.file, at: formatInstant(leads.now) } } : {}),
    models: models.map(modelAsData),
    exceeded: exceededIn(account),
  }
}

function modelAsData(model: ModelDiff) {
  if (model.kind !== 'compared') return model
  const { programs: _, proof, changes, ...rest } = model
  const comparison = comparisonIn(proof)
  return {
    ...rest,
    changes: changes.entries,
    comparison: comparison ? comparisonAsData(proofAccount(model, comparison)) : proof,
  }
}
