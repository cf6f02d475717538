/** What an attribute or property may be, by its type. */
import type { Op, ValueType } from '@merit-lang/runtime'
import { nodesOf } from './answers.ts'
import { dateDomain } from './dates.ts'
import { type Domain, type Part, type Question, something } from './domain.ts'
import { booleanDomain, enumDomain } from './enums.ts'
import { listDomain } from './lists.ts'
import { numberDomain } from './numbers.ts'
import { type TextClass, textDomain } from './texts/domain.ts'

const byType = {
  boolean: booleanDomain,
  enum: (question, type) => (type.values || asksForValues(question) ? enumDomain(question, type) : inTexts(question)),
  number: numberDomain,
  date: dateDomain,
  list: listDomain,
  text: inTexts,
} satisfies { [K in ValueType['kind']]: (question: Question, type: Extract<ValueType, { kind: K }>) => Domain }

export function domainOf(question: Question): Domain {
  const { type } = question.attribute
  return (byType[type.kind] as (question: Question, type: ValueType) => Domain)(question, type)
}

/** Operations that tell texts apart by what they are as a whole. */
const whole: ReadonlySet<Op> = new Set<Op>([
  'const',
  'attribute',
  'property',
  'value',
  'not',
  'and',
  'or',
  'equal',
  'member',
  'known',
  'fold',
  'choose',
])

function asksForValues({ atoms, program }: Question): boolean {
  for (const { op } of nodesOf(atoms, program)) if (!whole.has(op)) return false
  return true
}

function inTexts({ attribute, atoms, subject, program }: Question): Domain {
  const of = subject.kind === 'property' ? 'property' : 'attribute'
  const texts = textDomain(attribute, atoms, of, program)
  return {
    groups: texts.groups.map(({ atoms, classes }) => ({ atoms, classes: classes.map(partOf) })),
    valuesIn: classes => texts.valuesIn(classes),
  }
}

function partOf(one: TextClass): Part {
  return {
    value: one.unknown ? null : something,
    holds: one.holds,
    get text() {
      return one.text
    },
  }
}
