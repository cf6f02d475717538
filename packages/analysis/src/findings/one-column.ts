/** Tables whose cases ask about one thing only, however long: what each case leaves for the next is counted in classes. */
import type { Case } from '@merit-lang/runtime'
import type { Atom, Space } from '../space/space.ts'

/** The variable that decides all of the cases; undefined where there is more to them. */
export function columnOf(cases: readonly Case[], space: Space): number | undefined {
  const atoms = cases.flatMap(({ when }) => (when ? [space.atoms.get(when.expr)] : []))
  const [first] = atoms
  return first && atoms.every(atom => atom?.variable === first.variable) ? first.variable : undefined
}

/** By case, whether it may be taken by what is in one of these classes. */
export function takenInColumn(cases: readonly Case[], classes: readonly number[], space: Space): readonly boolean[] {
  let left = classes
  return cases.map(({ when }) => {
    const holds = when && (space.atoms.get(when.expr) as Atom).holds
    const isTaken = left.some(one => holds?.[one] !== false)
    left = left.filter(one => holds && !holds[one])
    return isTaken
  })
}
