/** Classes that a rule does not tell apart, so that its bounds are worked out for one of them. */
import type { Expr, Rule } from '@merit-lang/runtime'
import type { Atom, Space } from '../space/space.ts'
import { isOpen } from './expressions.ts'
import { allPartsOf } from './parts.ts'

export interface Kinds {
  /** By place among the classes: the number of its kind. */
  readonly of: readonly number[]
  readonly count: number
}

/** The kinds of some classes of a variable: of one kind are those that the rule does not tell apart. */
export function kindsFor(rule: Rule, variable: number, classes: readonly number[], space: Space): Kinds {
  const { atoms, raw } = looksOf(rule, space)
  if (raw.has(variable)) return { of: classes.map((_, place) => place), count: classes.length }
  const own = atoms.filter(atom => atom.variable === variable)
  const numbers = new Map<string, number>()
  const of = classes.map(one => {
    const answers = own.map(({ holds }) => holds[one]).join()
    const number = numbers.get(answers) ?? numbers.size
    numbers.set(answers, number)
    return number
  })
  return { of, count: numbers.size }
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
  const open = allPartsOf(rule, space.program)
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const atom = space.atoms.get(node as Expr)
    if (atom) atoms.add(atom)
    if (atom && !looksInside(node as Expr, atom)) continue
    const { op, index } = node as { readonly op?: string; readonly index?: number }
    if (op === 'attribute') for (const variable of space.variablesOf[index as number] ?? []) raw.add(variable)
    open.push(...allPartsOf(node, space.program))
  }
  return { atoms: [...atoms], raw }
}

/** Where what is said of the classes is not all that may be asked. */
function looksInside({ op }: Expr, { holds }: Atom): boolean {
  return isOpen.has(op) || holds.includes(undefined)
}
