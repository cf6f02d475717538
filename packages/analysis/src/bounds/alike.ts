/** Classes that a rule does not tell apart, so that its bounds are worked out for one of them. */
import type { Expr, Program, Rule } from '@merit-lang/runtime'
import type { Atom, Space } from '../space/space.ts'
import { isOpen } from './expressions.ts'
import { referredTo } from './needs.ts'

/** By class of the variable: the first of those like it. */
export function alikeFor(rule: Rule, variable: number, space: Space): readonly number[] {
  const { atoms, raw } = looksOf(rule, space)
  const { classes = [] } = space.variables[variable] ?? {}
  if (raw.has(variable)) return classes.map((_, index) => index)
  const own = atoms.filter(atom => atom.variable === variable)
  const firsts = new Map<string, number>()
  return classes.map((_, index) => {
    const key = own.map(({ holds }) => holds[index]).join()
    const first = firsts.get(key) ?? index
    firsts.set(key, first)
    return first
  })
}

/** How a rule looks at the variables of a space. */
interface Looks {
  /** Through conditions that one of them decides. */
  readonly atoms: readonly Atom[]
  /** Those of which it looks at the value as such. */
  readonly raw: ReadonlySet<number>
}

const known = new WeakMap<Space, WeakMap<Rule, Looks>>()

function looksOf(rule: Rule, space: Space): Looks {
  const ofSpace = known.get(space) ?? new WeakMap<Rule, Looks>()
  known.set(space, ofSpace)
  const looks = ofSpace.get(rule) ?? collected(rule, space)
  ofSpace.set(rule, looks)
  return looks
}

function collected(rule: Rule, space: Space): Looks {
  const [atoms, raw, seen] = [new Set<Atom>(), new Set<number>(), new Set<object>()]
  const open = partsOf(rule, space.program)
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const atom = space.atoms.get(node as Expr)
    if (atom) atoms.add(atom)
    if (atom && !looksInside(node as Expr, atom)) continue
    const { op, index } = node as { readonly op?: string; readonly index?: number }
    if (op === 'attribute') for (const variable of space.variablesOf[index as number] ?? []) raw.add(variable)
    open.push(...partsOf(node, space.program))
  }
  return { atoms: [...atoms], raw }
}

/** Where what is said of the classes is not all that may be asked. */
function looksInside({ op }: Expr, { holds }: Atom): boolean {
  return isOpen.has(op) || holds.includes(undefined)
}

/** What explanations say of conditions is no part of their meaning. */
const said: ReadonlySet<string> = new Set(['parts', 'reads', 'subject', 'span', 'automaton'])

function partsOf(node: object, program: Program): object[] {
  const parts = Object.entries(node).flatMap(([key, part]) => (said.has(key) ? [] : [part]))
  return [...parts, referredTo(node, program)].filter(part => typeof part === 'object' && part !== null)
}
