import { answersOf } from './answers.ts'
import type { Filled, Question } from './domain.ts'

/** The class of what is not known; none where the model requires a value. `chosen`: the atoms of the group, by index. */
export function unknownOf(
  { program, attribute, subject, atoms }: Question,
  chosen: readonly number[] = atoms.map((_, index) => index),
): readonly Filled[] {
  if (attribute.required) return []
  const asked = chosen.map(atom => atoms[atom] as (typeof atoms)[number])
  return [{ value: null, text: 'unknown', holds: answersOf(program, subject, asked)(null), values: [null] }]
}
