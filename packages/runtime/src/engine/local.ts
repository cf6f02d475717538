import type { EventSet, EventSetOf, Expr, Program, SetOp } from '../program.ts'

/** What an event of a type must pass to be in a set, where that does not depend on the other events but for `since`. */
export interface Branch {
  readonly where: readonly Expr[]
  /** atLeast ≤ age < below, in milliseconds. */
  readonly atLeast: number
  readonly below: number
  /** Not earlier than the latest of each. */
  readonly since: readonly EventSet[]
}

/** By event type; a type that is not there has no events in the set. */
export type Local = ReadonlyMap<number, Branch>

const ALL: Branch = { where: [], atLeast: 0, below: Number.POSITIVE_INFINITY, since: [] }

/** Which sets can be told event by event; nothing for those of which one event decides about another. */
export function localOf(set: EventSet, program: Program): Local | undefined {
  return (locals[set.op] as (set: EventSet, program: Program) => Local | undefined)(set, program)
}

const notLocal = (): undefined => undefined

const locals = {
  events: ({ types }) => new Map(types.map(type => [type, ALL])),
  sharedSet: ({ index }, program) => localOf(program.sets[index] as EventSet, program),
  filter: ({ set, where }, program) =>
    each(localOf(set, program), branch => ({ ...branch, where: [...branch.where, ...conjuncts(where)] })),
  window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }, program) =>
    each(localOf(set, program), branch => ({
      ...branch,
      atLeast: Math.max(branch.atLeast, atLeast),
      below: Math.min(branch.below, below),
    })),
  since: ({ set, last }, program) =>
    each(localOf(set, program), branch => ({ ...branch, since: [...branch.since, last] })),
  union: ({ sets }, program) => sets.map(set => localOf(set, program)).reduce(together, new Map()),
  except,
  moment: notLocal,
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: notLocal,
  reach: notLocal,
  nth: notLocal,
  cooldown: notLocal,
  earliest: notLocal,
  latest: notLocal,
} satisfies { [K in SetOp]: (set: EventSetOf<K>, program: Program) => Local | undefined }

export function isSet({ op }: { readonly op?: unknown }): boolean {
  return typeof op === 'string' && Object.hasOwn(locals, op)
}

function each(local: Local | undefined, narrow: (branch: Branch) => Branch): Local | undefined {
  if (!local) return undefined
  const narrowed = new Map<number, Branch>()
  local.forEach((branch, type) => {
    narrowed.set(type, narrow(branch))
  })
  return narrowed
}

/** The parts of which each must hold. */
export function conjuncts(expr: Expr): readonly Expr[] {
  if (expr.op !== 'and') return [expr]
  return expr.of.some(({ op }) => op === 'and') ? expr.of.flatMap(conjuncts) : expr.of
}

/** Either; where both have events of a type, one of them must have all. */
function together(a: Local | undefined, b: Local | undefined): Local | undefined {
  if (!a || !b) return undefined
  const both = new Map(a)
  for (const [type, branch] of b) {
    const other = a.get(type)
    const wider = !other || isAll(branch) ? branch : isAll(other) ? other : undefined
    if (!wider) return undefined
    both.set(type, wider)
  }
  return both
}

function except({ set, without }: EventSetOf<'except'>, program: Program): Local | undefined {
  const [local, left] = [localOf(set, program), localOf(without, program)]
  if (!local || !left) return undefined
  const rest = new Map(local)
  for (const [type, branch] of local) {
    const out = left.get(type)
    if (out && isAll(out)) rest.delete(type)
    else if (out && !isTimeless(out)) return undefined
    else if (out)
      rest.set(type, { ...branch, where: [...branch.where, { op: 'not', of: { op: 'and', of: out.where } }] })
  }
  return rest
}

function isTimeless({ atLeast, below, since }: Branch): boolean {
  return atLeast <= 0 && below === Number.POSITIVE_INFINITY && since.length === 0
}

function isAll(branch: Branch): boolean {
  return isTimeless(branch) && branch.where.length === 0
}
