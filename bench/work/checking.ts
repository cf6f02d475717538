/**
 * The same rules by hand, as an engineer writes them who may not trust the data, and has to say how much of it is wrong: every
 * attribute, event, time and property is checked against its declaration, and texts are compared without regard to case.
 * It finds as many issues as Merit does and gives the same scores, for leads as they are here: it knows no other spelling of
 * an event's keys, no ids by which to leave out an event that came twice, and takes February 30 for March 2, as `Date.parse` does.
 */
import { byType, chunks, eventRule, leadFunction, type RulesOfType, scoreAll } from './handwritten.ts'
import type { Times } from './leads.ts'
import type { Rule } from './rules.ts'
import { type Attribute, type AttributeKind, attributes, eventTypes, largest } from './schema.ts'

const instants = {
  'ISO text': `const form = /^\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d))?$/
const instant = raw => typeof raw === 'string' && form.test(raw) ? Date.parse(raw) : NaN`,
  Date: 'const instant = raw => raw instanceof Date ? raw.getTime() : NaN',
} satisfies { [T in Times]: string }

/** By the spelling in lower case. */
const valuesOf = (words: readonly string[]) =>
  `new Map(${JSON.stringify(words.map(word => [word.toLowerCase(), word]))})`

/** Values are unknown (null) where there is none, and where it is not as declared, which is an issue. */
const checks = `
let issues = 0
const isNothing = raw => raw === null || raw === undefined || raw === ''
function wrong(raw) {
  if (!Array.isArray(raw) || raw.length > 0) issues++
  return null
}
function choice(raw, values) {
  if (isNothing(raw)) return null
  if (typeof raw !== 'string') return wrong(raw)
  return values.get(raw) ?? values.get(raw.toLowerCase()) ?? wrong(raw)
}
function number(raw) {
  if (isNothing(raw)) return null
  return Number.isInteger(raw) && raw >= 1 && raw <= ${largest} ? raw : wrong(raw)
}
function text(raw) {
  if (isNothing(raw)) return null
  return typeof raw === 'string' ? raw.toLowerCase() : wrong(raw)
}
function flag(raw) {
  if (isNothing(raw)) return null
  return typeof raw === 'boolean' ? raw : wrong(raw)
}
const isObject = raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
function eventsOf(lead) {
  if (Array.isArray(lead.events)) return lead.events
  if (lead.events !== null && lead.events !== undefined) issues++
  return []
}
`

const reads = {
  choice: ({ name }) => `choice(lead.${name}, ${name}Values)`,
  number: ({ name }) => `number(lead.${name})`,
  text: ({ name }) => `text(lead.${name})`,
  flag: ({ name }) => `flag(lead.${name})`,
} satisfies { [K in AttributeKind]: (attribute: Attribute) => string }

const choices = attributes.filter(({ kind }) => kind === 'choice')

const checkLead = `
${choices.map(({ name, words }) => `const ${name}Values = ${valuesOf(words)}`).join('\n')}
const check = lead => ({
${attributes.map(attribute => `  ${attribute.name}: ${reads[attribute.kind](attribute)},`).join('\n')}
})
`

/** The values of `what` by the type of the event. */
const whatValues = `
const whatValues = new Map([
${eventTypes.map(({ name, what }) => `  [${JSON.stringify(name)}, ${valuesOf(what)}],`).join('\n')}
])
`

const typeFunction = ([name, rules]: RulesOfType) => `
function ${name}(what, size, age) {
  let total = 0
  ${rules.map(rule => eventRule(rule)).join('\n  ')}
  return total
}`

const caseOf = ([name]: RulesOfType) => `case '${name}': return ${name}(what, size, age)`

/** An event without a type or time is an issue; one of a type that is not declared is none. */
const eventFunction = (rules: readonly RulesOfType[]) => `
function ofEvent(event, now) {
  if (!isObject(event) || typeof event.type !== 'string' || event.type === '') {
    issues++
    return 0
  }
  const values = whatValues.get(event.type)
  if (values === undefined) return 0
  const age = now - instant(event.at)
  if (age !== age) {
    issues++
    return 0
  }
  const what = choice(event.what, values)
  const size = number(event.size)
  switch (event.type) {
    ${rules.map(caseOf).join('\n    ')}
  }
  return 0
}`

const scoreFunction = (parts: number) => `
export function score(lead, now) {
  if (!isObject(lead)) return { total: 0, issues: 1 }
  issues = 0
  const checked = check(lead)
  let total = 0
  ${Array.from({ length: parts }, (_, i) => `total += lead${i}(checked)`).join('\n  ')}
  for (const event of eventsOf(lead)) total += ofEvent(event, now)
  return { total, issues }
}
`

/** The text of a module that exports `score(lead, now)`, which gives `total` and `issues`, and `scoreAll(leads, now, out)`. */
export function checking(rules: readonly Rule[], times: Times): string {
  const onLead = rules.filter(rule => rule.kind === 'lead')
  const onEvents = byType(rules.filter(rule => rule.kind === 'event'))
  const parts = chunks(onLead, 100)
  return [
    instants[times],
    checks,
    checkLead,
    whatValues,
    ...parts.map(leadFunction),
    ...onEvents.map(typeFunction),
    eventFunction(onEvents),
    scoreFunction(parts.length),
    scoreAll('.total'),
  ].join('\n')
}
