import type { Expr } from '@merit-lang/runtime'
import { indented } from '../text.ts'
import { type ChoiceTest, choiceTestOf } from './choices.ts'
import { testText } from './expressions.ts'
import type { Place } from './writing.ts'

/** Statements that run where all conditions hold. */
export interface Guarded {
  readonly conditions: readonly Expr[]
  readonly statement: string
}

/**
 * The statements, each behind its conditions. Those that ask for values of one enum stand together in a switch on it, so
 * that cost grows with how many match, and not with how many there are.
 */
export function branchesText(guarded: readonly Guarded[], place: Place): string {
  const field = mostTested(guarded, place)
  if (field === undefined) return guarded.map(one => branchText(one.conditions, one.statement, place)).join('\n')
  const cases = new Map<number, Guarded[]>()
  const others = guarded.filter(one => !addTo(cases, field, one, place))
  const switched = [...cases].map(([code, inside]) => caseText(code, inside, place))
  return `switch (${field}) {\n${indented(switched.join('\n'))}\n}\n${branchesText(others, place)}`
}

function caseText(code: number, inside: readonly Guarded[], place: Place): string {
  const statements = inside.map(one => branchText(one.conditions, one.statement, place)).join('\n')
  return `case ${code}:\n${indented(statements)}\n  break`
}

function branchText(conditions: readonly Expr[], statement: string, place: Place): string {
  return conditions.length === 0
    ? statement
    : `if (${conditions.map(one => testText(one, place)).join(' && ')}) ${statement}`
}

/** Under each value that passes its test of the field; false where it has none. */
function addTo(cases: Map<number, Guarded[]>, field: string, one: Guarded, place: Place): boolean {
  const condition = one.conditions.find(each => choiceTestOf(each, place)?.field.name === field)
  const codes = condition && choiceTestOf(condition, place)?.codes
  const rest = { ...one, conditions: one.conditions.filter(each => each !== condition) }
  for (const code of codes ?? []) cases.set(code, [...(cases.get(code) ?? []), rest])
  return codes !== undefined
}

/** Those that ask for values of one enum next to each other, so that they stay together in functions of a few hundred. */
export function gathered(guarded: readonly Guarded[], place: Place): readonly Guarded[] {
  const field = mostTested(guarded, place)
  if (field === undefined) return guarded
  const asks = ({ conditions }: Guarded) => conditions.some(one => choiceTestOf(one, place)?.field.name === field)
  return [
    ...guarded.filter(asks),
    ...gathered(
      guarded.filter(one => !asks(one)),
      place,
    ),
  ]
}

/** Where every statement asks for values of one enum: these values. With any other none of them runs. */
export function decisiveOf(guarded: readonly Guarded[], place: Place): ChoiceTest | undefined {
  const field = mostTested(guarded, place, 0)
  const tests = guarded.map(({ conditions }) =>
    conditions.map(one => choiceTestOf(one, place)).find(test => test !== undefined && test.field.name === field),
  )
  const [first] = tests
  return first && tests.every(test => test !== undefined)
    ? { ...first, codes: [...new Set(tests.flatMap(test => test?.codes ?? []))] }
    : undefined
}

/** The enum that most statements ask for, if more than `least` do. */
function mostTested(guarded: readonly Guarded[], place: Place, least = 1): string | undefined {
  const counts = new Map<string, number>()
  for (const { conditions } of guarded) {
    const names = conditions.flatMap(one => choiceTestOf(one, place)?.field.name ?? [])
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] > least ? first[0] : undefined
}
