import type { Expr } from '@merit-lang/runtime'
import type { Truth } from '@merit-lang/runtime/reference'
import type { Atom, Space } from '../space/space.ts'
import type { Scope } from './view.ts'

export type Decide = (scope: Scope) => Truth

/** What the space says of a condition; `isAll`: that is all there is to know. Undefined where it says nothing. */
export interface Told {
  readonly decide: Decide
  readonly isAll: boolean
}

export function toldOf(e: Expr, space: Space): Told | undefined {
  const atom = space.atoms.get(e)
  if (atom) return { decide: scope => agreed(atom, scope), isAll: !atom.holds.includes(undefined) }
  return space.askedOfEvents.has(e) ? { decide: ({ event }) => event?.holds.get(e), isAll: false } : undefined
}

/** What all classes of the atom's variable that are left agree on. */
function agreed({ variable, holds }: Atom, { view }: Scope): Truth {
  const left = view.box.classes[variable] as readonly number[]
  const first = holds[left[0] as number]
  for (let i = 1; i < left.length; i++) if (holds[left[i] as number] !== first) return undefined
  return first
}
