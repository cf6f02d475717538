/** The benchmark's rules as a Merit model. */
import type { EventRule, LeadRule, Rule, Test } from './rules.ts'
import { type Attribute, type AttributeKind, attributes, type EventType, eventTypes, largest } from './schema.ts'

const listed = (words: readonly string[]) => words.map(word => JSON.stringify(word)).join(', ')

const types = {
  choice: ({ words }) => `one of [${listed(words)}]`,
  number: () => `integer 1..${largest}`,
  text: () => 'text',
  flag: () => 'boolean',
} satisfies { [K in AttributeKind]: (attribute: Attribute) => string }

const declared = (attribute: Attribute) => `  ${attribute.name}: ${types[attribute.kind](attribute)}`
const declaredEvent = ({ name, what }: EventType) =>
  `event ${name} { what: one of [${listed(what)}]  size: integer 1..${largest} }`

const tests = {
  oneOf: ({ attribute, values }) => `${attribute} in [${listed(values)}]`,
  range: ({ attribute, low, high }) => `${attribute} in ${low}..${high}`,
  word: ({ attribute, word }) => `${attribute} contains word ${JSON.stringify(word)}`,
  flag: ({ attribute }) => attribute,
} satisfies { [K in Test['kind']]: (test: Extract<Test, { kind: K }>) => string }

const printTest = (test: Test) => (tests[test.kind] as (test: Test) => string)(test)

const rules = {
  lead: ({ tests, points }: LeadRule) => `when ${tests.map(printTest).join(' and ')} add ${points}`,
  event: ({ type, what, size, withinDays, halfLifeDays, points }: EventRule) =>
    `on ${type}(${JSON.stringify(what)}${size === undefined ? '' : `, size >= ${size}`})${
      withinDays === undefined ? '' : ` within ${withinDays}d`
    } add ${points} decay ${halfLifeDays}d`,
} satisfies { [K in Rule['kind']]: (rule: Extract<Rule, { kind: K }>) => string }

const printRule = (rule: Rule) => (rules[rule.kind] as (rule: Rule) => string)(rule)

export function meritModel(list: readonly Rule[]): string {
  return [
    'model "Benchmark"',
    'lead {',
    ...attributes.map(declared),
    '}',
    ...eventTypes.map(declaredEvent),
    'score total {',
    ...list.map((rule, i) => `  ${printRule(rule)} as "rule ${i}"`),
    '}',
    '',
  ].join('\n')
}
