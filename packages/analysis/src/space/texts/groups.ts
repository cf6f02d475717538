/** Conditions that restrict each other come together, others apart. */
import type { Truth } from '@merit-lang/runtime/reference'
import type { Oracle } from './oracle.ts'
import type { Wish } from './pairs.ts'

/** A way in which the conditions of a group can be, and a text for which they are, if one was found. */
export interface Vector {
  readonly holds: readonly Truth[]
  readonly text?: string
}

export interface VectorGroup {
  readonly conditions: readonly number[]
  readonly vectors: readonly Vector[]
}

/** A group has no more vectors. */
const MOST = 64
/** So few conditions are looked at all together. */
const FEW = 6

export function groupsOf(oracle: Oracle): VectorGroup[] {
  const all = [...oracle.world.formulas.keys()]
  if (all.length <= FEW) return apart(vectorsOf(all, oracle), oracle.world.unknown)
  return componentsOf(all, (a, b) => restrict(a, b, oracle)).flatMap(component => inGroups(component, oracle))
}

/** The groups of related conditions, unless something else than pairs relates them. */
function apart(whole: VectorGroup, unknown: readonly boolean[] | undefined): VectorGroup[] {
  if (whole.conditions.length === 0) return [whole]
  const vectors = [...whole.vectors.map(({ holds }) => holds), ...(unknown ? [unknown] : [])]
  const waysOf = (conditions: readonly number[]) =>
    new Set(vectors.map(holds => conditions.map(condition => holds[condition]).join())).size
  const components = componentsOf(whole.conditions, (a, b) => waysOf([a, b]) < waysOf([a]) * waysOf([b]))
  const ways = components.reduce((product, component) => product * waysOf(component), 1)
  return ways > waysOf(whole.conditions) ? [whole] : components.map(component => projected(whole, component))
}

function projected({ vectors }: VectorGroup, conditions: readonly number[]): VectorGroup {
  const distinct = new Map<string, Vector>()
  for (const { holds, text } of vectors) {
    const own = conditions.map(condition => holds[condition])
    const key = own.join()
    const before = distinct.get(key)?.text
    if (!distinct.has(key) || plainer(text, before)) distinct.set(key, { holds: own, text })
  }
  return { conditions, vectors: [...distinct.values()] }
}

function plainer(text: string | undefined, than: string | undefined): boolean {
  return text !== undefined && (than === undefined || text.length < than.length)
}

function componentsOf(conditions: readonly number[], related: (a: number, b: number) => boolean): number[][] {
  let components: number[][] = []
  for (const condition of conditions) {
    const [near, far]: [number[][], number[][]] = [[], []]
    for (const component of components)
      (component.some(other => related(other, condition)) ? near : far).push(component)
    components = [...far, [...near.flat(), condition]]
  }
  return components
    .map(component => component.sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number))
}

/** Whether what one condition is says something of the other. */
function restrict(a: number, b: number, oracle: Oracle): boolean {
  return BOTH.some(x => BOTH.some(y => isExcluded([a, x], [b, y], oracle)))
}

const BOTH = [true, false]

/** Each is possible by itself, and not both. */
function isExcluded(one: Wish, other: Wish, oracle: Oracle): boolean {
  return !oracle.canBe(one, other) && oracle.canBe(one, one) && oracle.canBe(other, other)
}

/** As many conditions in one group as it holds. */
function inGroups(conditions: readonly number[], oracle: Oracle): VectorGroup[] {
  const groups: VectorGroup[] = []
  for (let rest = conditions; rest.length > 0; ) {
    const group = vectorsOf(rest, oracle)
    groups.push(group)
    rest = rest.filter(condition => !group.conditions.includes(condition))
  }
  return groups
}

/** Leaves out conditions that would make too many vectors. */
function vectorsOf(conditions: readonly number[], oracle: Oracle): VectorGroup {
  let group: VectorGroup = { conditions: [], vectors: [{ holds: [] }] }
  for (const condition of conditions) {
    const vectors: Vector[] = []
    for (const vector of group.vectors)
      if (vectors.length <= MOST) vectors.push(...extended(vector, group.conditions, condition, oracle))
    if (vectors.length <= MOST) group = { conditions: [...group.conditions, condition], vectors }
  }
  return group
}

function extended({ holds, text }: Vector, conditions: readonly number[], condition: number, oracle: Oracle): Vector[] {
  const wishes = conditions.map((other, i): Wish => [other, holds[i] as boolean])
  return BOTH.flatMap(own => {
    const answer = oracle.findAlso(wishes, text, [condition, own])
    if (answer === 'none') return []
    return [{ holds: [...holds, own], ...(answer !== 'undecided' && { text: answer.text }) }]
  })
}
