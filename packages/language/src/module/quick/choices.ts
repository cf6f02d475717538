/** Values of enums stand in straight code as places among the declared ones. */
import type { Expr } from '@merit-lang/runtime'
import { fold } from '@merit-lang/runtime'
import { type Field, isChoice, type Place, resolved } from './writing.ts'

/** An attribute or property that an expression is, and where the program declares it. */
export interface FieldPlace {
  readonly field: Field
  readonly place: string
}

export function fieldOf(e: Expr, place: Place): FieldPlace | undefined {
  if (e.op === 'attribute') return { field: place.writing.attribute(e.index), place: `attributes[${e.index}]` }
  const field = e.op === 'property' ? propertyOf(e.name, place) : undefined
  return field && { field, place: propertyPlace(field, place) }
}

export function propertyOf(name: string, { writing, type }: Place): Field | undefined {
  return type === undefined ? undefined : writing.property(type, name)
}

function propertyPlace({ attribute }: Field, { writing, type }: Place): string {
  const properties = writing.program.events[type as number]?.properties ?? []
  return `events[${type}].properties[${properties.indexOf(attribute)}]`
}

/** The enum whose value an expression is, folded or not. */
export function choiceOf(e: Expr, place: Place): FieldPlace | undefined {
  const whole = resolved(e, place.writing.program)
  const found = fieldOf(whole.op === 'fold' ? resolved(whole.of, place.writing.program) : whole, place)
  return found && isChoice(found.field.attribute) ? found : undefined
}

/** The enum's value as folded text. */
export function foldedText({ field, place }: FieldPlace, { writing }: Place): string {
  const values = writing.constant(`merit.foldedValues(program.${place})`)
  return `(${values}[${readWhole(field).name}] ?? NaN)`
}

/** For whoever asks more than whether it is one of some values. */
export function readWhole(field: Field): Field {
  field.isReadWhole = true
  return field
}

/** Which of an enum's values pass a test that compares it with constants. */
export interface ChoiceTest extends FieldPlace {
  readonly codes: readonly number[]
}

export function choiceTestOf(e: Expr, place: Place): ChoiceTest | undefined {
  if (e.op === 'member') return passing(e.of, e.values, place)
  if (e.op !== 'equal') return undefined
  const [left, right] = [resolved(e.left, place.writing.program), resolved(e.right, place.writing.program)]
  if (right.op === 'const') return passing(left, [right.value], place)
  return left.op === 'const' ? passing(right, [left.value], place) : undefined
}

function passing(of: Expr, wanted: readonly unknown[], place: Place): ChoiceTest | undefined {
  const choice = choiceOf(of, place)
  if (!choice) return undefined
  const { type } = choice.field.attribute
  const values = type.kind === 'enum' ? (type.values ?? []) : []
  const codes = values.flatMap((value, code) => (wanted.includes(fold(value)) ? [code] : []))
  for (const code of codes) choice.field.asked.add(code)
  return { ...choice, codes }
}
