/** Booleans and enums: every value by itself, or with those that are answered alike. */
import { fold, type ValueType } from '@merit-lang/runtime'
import { answersOf, constantsIn } from './answers.ts'
import { alike, type Domain, type Filled, type Question, single, something } from './domain.ts'
import { unknownOf } from './unknown.ts'

export function booleanDomain(question: Question): Domain {
  const { program, subject, atoms } = question
  const answers = answersOf(program, subject, atoms)
  const known = [true, false].map(value => ({ value, text: `${value}`, holds: answers(value), values: [value] }))
  return single(atoms, [...known, ...unknownOf(question)])
}

export function enumDomain(question: Question, { values }: Extract<ValueType, { kind: 'enum' }>): Domain {
  const { attribute, atoms } = question
  const listed = values ?? mentioned(question)
  const known = listed.filter(value => !attribute.unknownIn.includes(fold(value)))
  const others = values ? [] : [otherThan(listed, question)]
  return single(atoms, [...taken(known, values !== undefined, question), ...others, ...unknownOf(question)])
}

/** Only declared values have one spelling. */
function taken(
  known: readonly string[],
  isDeclared: boolean,
  { program, subject, atoms, raw }: Question,
): readonly Filled[] {
  return alike(known, raw, answersOf(program, subject, atoms)).map(({ values, holds }) => ({
    value: isDeclared && values.length === 1 ? (values[0] as string) : something,
    text: values.join(', '),
    holds,
    values,
  }))
}

/** Texts that conditions speak of, of a list that nobody declared. */
function mentioned({ program, atoms }: Question): readonly string[] {
  return [...constantsIn(atoms, program)].filter(value => typeof value === 'string' && value !== '') as string[]
}

/** All that nobody speaks of, shown by one of them. */
function otherThan(listed: readonly string[], { program, subject, atoms, attribute }: Question): Filled {
  const other = unusedText(new Set([...listed.map(fold), ...attribute.unknownIn]))
  return { value: something, text: 'any other', holds: answersOf(program, subject, atoms)(other), values: [other] }
}

export function unusedText(used: ReadonlySet<string>): string {
  let other = 'other'
  while (used.has(other)) other += '-'
  return other
}
