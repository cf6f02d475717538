import type { Expr, Op } from '@merit-lang/runtime'
import { anything, type Enclosure, type Truth } from '@merit-lang/runtime/reference'
import type { Space } from '../space/space.ts'
import { type Decide, toldOf } from './atoms.ts'
import { truthOf } from './choice.ts'
import { motionOf } from './motion.ts'
import { closures } from './operations.ts'
import { lazily, type Scope, type View } from './view.ts'

/** What encloses an expression over a box. Closures, since a search looks at very many boxes. */
export type Enclose = (scope: Scope) => Enclosure

export function perhaps(): Enclosure {
  return anything
}

export function settled(truth: Truth): Enclosure {
  return truth ?? anything
}

/** What may be unknown, which as a condition is no more than not to hold: its truth does not tell its value. */
export const isOpen: ReadonlySet<Op> = new Set<Op>(['attribute', 'property', 'value', 'choose', 'aggregate'])

interface Closures {
  readonly enclose: Enclose
  readonly decide: Decide
}

const known = new WeakMap<Space, WeakMap<Expr, Closures>>()

function closuresOf(e: Expr, space: Space): Closures {
  const made = known.get(space) ?? new WeakMap<Expr, Closures>()
  known.set(space, made)
  const found = made.get(e) ?? make(e, space)
  made.set(e, found)
  return found
}

function make(e: Expr, space: Space): Closures {
  const inner = lazily(() => worked(e, space))
  const told = toldOf(e, space)
  const decide = !told ? openly(inner()) : told.isAll ? told.decide : firstClear(told.decide, openly(inner()))
  return { decide, enclose: told && !isOpen.has(e.op) ? scope => settled(decide(scope)) : scope => inner()(scope) }
}

function worked(e: Expr, space: Space): Enclose {
  if (motionOf(e, space.program) === 'unclear') return perhaps
  return (closures[e.op] as (e: Expr, space: Space) => Enclose)(e, space)
}

const openly =
  (enclose: Enclose): Decide =>
  scope =>
    truthOf(enclose(scope))

function firstClear(one: Decide, other: Decide): Decide {
  return scope => one(scope) ?? other(scope)
}

export function enclosing(e: Expr, space: Space): Enclose {
  return closuresOf(e, space).enclose
}

export function deciding(e: Expr, space: Space): Decide {
  return closuresOf(e, space).decide
}

/** Of all leads of the box. */
export function enclose(e: Expr, view: View): Enclosure {
  return enclosing(e, view.space)(view.lead)
}

/** Whether a condition holds for all of them, or for none, or perhaps for some. */
export function truth(e: Expr, view: View): Truth {
  return deciding(e, view.space)(view.lead)
}

export function truthIn(e: Expr, scope: Scope): Truth {
  return deciding(e, scope.view.space)(scope)
}
