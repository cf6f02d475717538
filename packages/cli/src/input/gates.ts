/** Gates as they stand on the command line. */
import { type ConfiguredGates, type GateName, type Gates, type Limit, limitOf } from '@merit-lang/insight'
import { nearest } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { usageError } from '../exit.ts'
import { complain } from '../terminal.ts'

export interface GateOptions {
  readonly maxEntering?: readonly string[]
  readonly maxLeaving?: readonly string[]
  readonly maxShift?: readonly string[]
  readonly requireEquivalent?: boolean
}

/** @throws Stop where one is no limit. */
export function gatesOf({ maxEntering = [], maxLeaving = [], maxShift = [], requireEquivalent }: GateOptions): Gates {
  return {
    maxEntering: maxEntering.map(text => read('--max-entering', text)),
    maxLeaving: maxLeaving.map(text => read('--max-leaving', text)),
    maxShift: maxShift.map(text => requirePoints(read('--max-shift', text), text)),
    requireEquivalent: requireEquivalent === true,
  }
}

function read(option: string, text: string): Limit {
  const limit = limitOf(text)
  if (limit) return limit
  const examples =
    option === '--max-shift' ? '10, or fit=10 for one score' : '50, 2% of all leads, or MQL=2% for one stage'
  const why = text.includes('%') ? 'is no share of the leads: the largest is 100%' : 'is no limit'
  throw usageError(`${option} ${text} ${why}.`, `Write ${examples}.`)
}

function requirePoints(limit: Limit, text: string): Limit {
  if (limit.unit === 'number') return limit
  throw usageError(`--max-shift ${text} is a share, and shifts are in points.`, 'Write 10, or fit=10 for one score.')
}

/** What the command line does not say, the configuration does; of leads only where there are some. */
export function orConfigured(gates: Gates, said: ConfiguredGates, withLeads: boolean): Gates {
  if (!withLeads) sayUnused(said)
  const or = (limits: readonly Limit[], name: GateOfLeads) =>
    limits.length > 0 || !withLeads ? limits : (said[name] ?? [])
  return {
    maxEntering: or(gates.maxEntering, 'max-entering'),
    maxLeaving: or(gates.maxLeaving, 'max-leaving'),
    maxShift: or(gates.maxShift, 'max-shift'),
    requireEquivalent: gates.requireEquivalent || said['require-equivalent'] === true,
  }
}

type GateOfLeads = Exclude<GateName, 'require-equivalent'>

/** A gate that nobody tries must not be taken for one that is kept. */
function sayUnused(said: ConfiguredGates): void {
  const names = (['max-entering', 'max-leaving', 'max-shift'] as const satisfies readonly GateOfLeads[]).filter(
    name => said[name]?.length,
  )
  if (names.length > 0) complain(`Without --leads these gates of merit.config.json are not tried: ${names.join(', ')}.`)
}

/** @throws Stop where one names what no model has: it would never be exceeded. */
export function requireKnown(gates: Gates, programs: readonly Program[]): void {
  const [unknown] = unknownIn(gates, programs)
  if (!unknown) return
  const { name, kind, names } = unknown
  const meant = nearest(name, names)
  const all = names.length > 0 ? `There are: ${names.join(', ')}` : `There is no ${kind} at all.`
  throw usageError(`There is no ${kind} ${name}.`, meant === undefined ? all : `Did you mean ${meant}?`)
}

/** What is configured may be about models that are not compared, so that it is no mistake. */
export function sayUnknown(gates: Gates, programs: readonly Program[]): void {
  for (const { name, kind } of unknownIn(gates, programs))
    complain(`No model here has the ${kind} ${name}, which a gate of merit.config.json names.`)
}

interface Unknown {
  readonly name: string
  readonly kind: 'stage' | 'score'
  /** Those that there are. */
  readonly names: readonly string[]
}

function unknownIn({ maxEntering, maxLeaving, maxShift }: Gates, programs: readonly Program[]): readonly Unknown[] {
  if (programs.length === 0) return []
  const stages = programs.flatMap(program => program.stages.map(({ name }) => name))
  const scores = programs.flatMap(program => program.scores.map(({ name }) => name))
  return [...missingIn(stages, [...maxEntering, ...maxLeaving], 'stage'), ...missingIn(scores, maxShift, 'score')]
}

function missingIn(names: readonly string[], limits: readonly Limit[], kind: Unknown['kind']): readonly Unknown[] {
  const named = new Set(limits.flatMap(({ of }) => of ?? []))
  return [...named].filter(name => !names.includes(name)).map(name => ({ name, kind, names: [...new Set(names)] }))
}
