/** Conditions, values and event patterns that are well typed for the schema. */
import fc from 'fast-check'
import { booleans, dates, enums, events, lists, numbers, texts } from './schema.ts'
import { byDepth, integer, listOf, maybe, oneOf, quoted, say, several, type Text } from './text.ts'

export const duration: Text = say`${oneOf('1', '2', '7', '30', '90')}${oneOf('d', 'h', 'w')}`
export const date: Text = oneOf('2026-05-01', '2026-01-31', '2025-12-31T23:59:59Z', '2026-06-01T00:00:00+02:00')
const number: Text = oneOf('0', '1', '2', '5', '10', '49.5', '100', '1_000', '-3', '25%')
const word: Text = quoted(oneOf('vp', 'Director', 'sales', 'a', '/pricing', 'é', 'İ', '.com'))
const order = oneOf('<', '<=', '>', '>=')
const comparison = oneOf('=', '!=', '<', '<=', '>', '>=')
const glob = quoted(oneOf('/pricing*', '*vp*', '?b*', '*'))
const regex = quoted(oneOf('^v\\.?p\\b', 'dir.*or$', '[a-c]+\\d{1,3}', '(?:sales|cto)'))

/** `10..49`, `10..<50`, `500..`: never empty. */
const range: Text = fc
  .tuple(fc.integer({ min: -5, max: 500 }), fc.integer({ min: 1, max: 500 }), fc.constantFrom('..', '..<', 'open'))
  .map(([low, width, form]) => (form === 'open' ? `${low}..` : `${low}${form}${low + width}`))

const textTest: Text = fc.oneof(
  say`${oneOf('contains', 'contains word', 'starts with', 'ends with', 'not contains')} ${word}`,
  say`contains ${oneOf('any of', 'any word of', 'all of')} ${listOf(word)}`,
  say`${oneOf('starts', 'ends')} with any of ${listOf(word)}`,
  say`${oneOf('like', 'not like')} ${glob}`,
  say`matches ${regex}`,
  say`${oneOf('=', '!=')} ${word}`,
  say`in ${listOf(word)}`,
)

const rangeTest: Text = fc.oneof(say`${comparison} ${number}`, say`in ${range}`, say`not in ${range}`)
const enumTest = (values: readonly string[]): Text =>
  fc.oneof(say`${oneOf('=', '!=')} ${oneOf(...values)}`, say`${oneOf('in', 'not in')} ${listOf(oneOf(...values))}`)

// ---------------------------------------------------------------- events

type Property = readonly string[] | 'number' | 'text'
const propertyTest = (name: string, type: Property): Text => {
  const test = type === 'number' ? rangeTest : type === 'text' ? textTest : enumTest(type)
  return test.map(text => `${name} ${text}`)
}
const calendarTest: Text = fc.oneof(
  say`hour ${order} ${integer(0, 23)}`,
  say`weekday in [Monday, Saturday]`,
  say`month = ${integer(1, 12)}`,
  say`at ${oneOf('before', 'after')} ${date}`,
)

function argumentsOf(name: keyof typeof events): Text {
  const tests = Object.entries(events[name]).map(([property, type]) => propertyTest(property, type as Property))
  return say`(${several(fc.oneof(...tests, calendarTest), ', ', 2)})`
}
const eventName = oneOf(...Object.keys(events))
const derivedName = oneOf('activity', 'answered', 'binge', 'deep_visit')
const bare: Text = fc.oneof(
  ...(Object.keys(events) as (keyof typeof events)[]).map(name => maybe(argumentsOf(name)).map(args => name + args)),
  say`${derivedName}`,
)

const window: Text = fc.oneof(say`within ${duration}`, say`older than ${duration}`, say`since last ${eventName}`)
export const pattern: Text = say`${bare}${maybe(say` ${window}`)}`

export const derivations: readonly (readonly [name: string, from: Text])[] = [
  ['activity', fc.oneof(say`page_view or download or form_submit`, say`page_view or email_open except unsubscribe`)],
  ['answered', say`email_open then form_submit within ${duration}`],
  ['binge', say`${integer(2, 5)} page_view within ${duration}`],
  ['deep_visit', say`${integer(2, 4)} page_view per session`],
]

// ---------------------------------------------------------------- values

const aggregate: Text = fc.oneof(
  say`count of ${pattern}`,
  say`count of distinct ${oneOf('asset in download', 'path in page_view', 'session in page_view within 30d')}`,
  say`${oneOf('sum', 'average', 'min', 'max', 'first', 'last')} of ${oneOf('seconds in page_view', 'pages in download within 90d')}`,
  say`days since ${oneOf('last', 'first')} ${bare}`,
  say`days since ${oneOf(...dates)}`,
)

export const value: (depth: number) => Text = byDepth<string>(depth => {
  const leaf = fc.oneof(
    oneOf(...numbers),
    number,
    aggregate,
    say`length(${oneOf(...texts)})`,
    oneOf('effort', 'threshold'),
  )
  if (depth === 0) return leaf
  const inner = value(depth - 1)
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: say`(${inner} ${oneOf('+', '-', '*', '/')} ${inner})` },
    { weight: 1, arbitrary: say`${oneOf('min', 'max')}(${inner}, ${inner})` },
    { weight: 1, arbitrary: say`${oneOf('abs', 'round', 'floor', 'ceil')}(${inner})` },
  )
})

// ---------------------------------------------------------------- conditions

const enumCondition = fc.oneof(
  ...Object.entries(enums).map(([name, values]) => enumTest(values).map(test => `${name} ${test}`)),
)
const listCondition = fc.oneof(
  ...Object.entries(lists).flatMap(([name, values]) => [
    say`${oneOf(name)} contains ${oneOf(...values)}`,
    say`${oneOf(name)} contains ${oneOf('any of', 'all of')} ${listOf(oneOf(...values))}`,
  ]),
)
const dateCondition = fc.oneof(
  say`${oneOf(...dates)} ${oneOf('within', 'older than', 'in next')} ${duration}`,
  say`${oneOf(...dates)} ${oneOf('before', 'after', '=', '<', '<=', '>', '>=')} ${date}`,
)
const eventCondition = fc.oneof(
  say`${oneOf('any', 'no')} ${pattern}`,
  say`${oneOf('at least', 'at most', 'exactly')} ${integer(1, 4)} ${pattern}`,
)
const knownCondition = say`${oneOf(...Object.keys(enums), ...texts, ...numbers, ...dates)} ${oneOf('is known', 'is not known')}`

export const condition: (depth: number) => Text = byDepth<string>(depth => {
  const leaf = fc.oneof(
    enumCondition,
    listCondition,
    dateCondition,
    eventCondition,
    knownCondition,
    say`${oneOf(...texts)} ${textTest}`,
    say`domain(email) ${oneOf('in', 'not in')} ${oneOf('competitors', 'free_email_domains', '["a.com", "b.org"]')}`,
    oneOf(...booleans, 'target', 'warm'),
    say`${value(Math.max(0, depth - 1))} ${order} ${value(0)}`,
    // A bare name right of `=` is a value of a list, never an attribute.
    say`${value(0)} ${comparison} ${fc.oneof(number, aggregate, oneOf('effort', 'lead.employees', 'lead.revenue'))}`,
    say`${oneOf(...numbers)} ${rangeTest}`,
  )
  if (depth === 0) return leaf
  const inner = condition(depth - 1)
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: say`(${inner} ${oneOf('and', 'or')} ${inner})` },
    { weight: 1, arbitrary: say`not (${inner})` },
  )
})

/** Without names that a `let` or `segment` stands for, so that definitions never form a cycle. */
export const definedNames = ['target', 'warm', 'effort', 'threshold'] as const
const namesNoDefinition = (text: string) => !definedNames.some(name => new RegExp(`\\b${name}\\b`).test(text))
export const plainCondition: Text = condition(1).filter(namesNoDefinition)
export const plainValue: Text = value(1).filter(namesNoDefinition)
