/** What lowering knows while it works: the model, the places of names in the program, and the values and sets shared so far. */
import type { EventSet, Expr, Read, Zone } from '@merit-lang/runtime'
import type { AttributeSymbol, CheckedModel, EventSymbol } from '../check/model.ts'

export interface Lowering {
  readonly model: CheckedModel
  readonly zone: Zone
  readonly values: Shared<Expr>
  readonly sets: Shared<EventSet>
  readonly attributes: Places
  readonly events: Places
  readonly derived: Map<string, EventSet>
  readonly scores: Places
  readonly grades: Places
  readonly stages: Places
}

export type Places = ReadonlyMap<string, number>

/** From names to places in the program. */
export function placesOf(symbols: readonly { readonly name: string }[]): Places {
  return new Map(symbols.map(({ name }, place) => [name, place]))
}

/**
 * Where something is lowered. In a block with `on P reset` the very same `let` means something else than outside, so each
 * such block has a scope, and definitions are lowered once for each scope.
 */
export interface Scope {
  readonly program: Lowering
  /** What patterns are narrowed by, outermost block first. */
  readonly resets: readonly Reset[]
  /** `let`s and segments that were lowered here. */
  readonly definitions: Map<string, Expr>
  /** What segments read, for explain. */
  readonly segmentReads: Map<string, readonly Read[]>
}
export interface Reset {
  /** `since last unsubscribe`. */
  readonly text: string
  readonly last: EventSet
}

export function rootScope(program: Lowering): Scope {
  return { program, resets: [], definitions: new Map(), segmentReads: new Map() }
}

export function innerScope(outer: Scope, resets: readonly Reset[]): Scope {
  if (resets.length === 0) return outer
  return {
    program: outer.program,
    resets: [...outer.resets, ...resets],
    definitions: new Map(),
    segmentReads: new Map(),
  }
}

/** A growing table in which equal entries stand once. An entry refers only to what was there before it. */
export class Shared<T> {
  readonly entries: T[] = []
  private readonly places = new Map<string, number>()

  placeOf(entry: T): number {
    const key = JSON.stringify(entry)
    const known = this.places.get(key)
    if (known !== undefined) return known
    this.places.set(key, this.entries.length)
    return this.entries.push(entry) - 1
  }
}

const referring = new Set<Expr['op']>([
  'const',
  'attribute',
  'property',
  'eventTime',
  'now',
  'value',
  'score',
  'grade',
  'stage',
])

/** The same value by reference, so that it may stand twice at no cost. Only for what does not read the event at hand. */
export function shared(expr: Expr, { program }: Scope): Expr {
  return referring.has(expr.op) ? expr : { op: 'value', index: program.values.placeOf(expr) }
}

export function sharedSet(set: EventSet, { program }: Scope): EventSet {
  if (set.op === 'sharedSet' || set.op === 'events') return set
  return { op: 'sharedSet', index: program.sets.placeOf(set) }
}

/** Like `shared`, where the value may also read the event at hand: then it stays as it is. */
export function repeatable(expr: Expr, scope: Scope): Expr {
  return readsEvent(expr) ? expr : shared(expr, scope)
}

/** Sets and aggregates are closed: what stands in them reads their own events. */
function readsEvent(expr: Expr): boolean {
  switch (expr.op) {
    case 'property':
    case 'eventTime':
      return true
    case 'count':
    case 'aggregate':
      return false
    case 'choose':
      return [...expr.cases.flatMap(({ when, then }) => [when, then]), expr.otherwise].some(readsEvent)
    default:
      return operandsOf(expr).some(readsEvent)
  }
}

function operandsOf(expr: Expr): readonly Expr[] {
  if ('left' in expr) return [expr.left, expr.right]
  if ('list' in expr) return [expr.list, expr.item]
  if (!('of' in expr)) return []
  return Array.isArray(expr.of) ? expr.of : [expr.of as Expr]
}

export function attributeExpr({ name }: AttributeSymbol, { program }: Scope): Expr {
  return { op: 'attribute', index: place(program.attributes, name) }
}

export function eventsSet({ name }: EventSymbol, { program }: Scope): EventSet {
  return { op: 'events', types: [place(program.events, name)] }
}

/** The checked model knows every name that it uses. */
export function place(places: Places, name: string): number {
  const found = places.get(name)
  if (found === undefined) throw new Error(`the checked model does not list ${name}`)
  return found
}
