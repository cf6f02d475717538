/**
 * The benchmark's rules as an expert would write them in JavaScript by hand, for speed: each attribute read once, one `if`
 * for each rule, one loop over the events with a `switch` on their type, the time of an event read once and only when a rule
 * asks for it, nothing allocated. It compares letter by letter, checks no value, and rounds nothing.
 */
import type { Times } from './leads.ts'
import { day, type EventRule, type LeadRule, type Rule, type Test } from './rules.ts'
import { eventTypes } from './schema.ts'

/** One function for everything, as people write; or functions of about 100 rules, which V8 still optimises when there are many rules. */
export type Layout = 'one function' | 'functions of 100 rules'

const text = (value: string) => JSON.stringify(value)

const tests = {
  oneOf: ({ attribute, values }) => `(${values.map(value => `${attribute} === ${text(value)}`).join(' || ')})`,
  // Bounds are above 0, so that `null` fails the first.
  range: ({ attribute, low, high }) => `${attribute} >= ${low} && ${attribute} <= ${high}`,
  word: ({ attribute, word }) => `${attribute} !== null && /\\b${word}\\b/.test(${attribute})`,
  flag: ({ attribute }) => `${attribute} === true`,
} satisfies { [K in Test['kind']]: (test: Extract<Test, { kind: K }>) => string }

const printTest = (test: Test) => (tests[test.kind] as (test: Test) => string)(test)

const leadRule = (rule: LeadRule) => `  if (${rule.tests.map(printTest).join(' && ')}) total += ${rule.points}`

const timeOf = {
  'ISO text': 'Date.parse(event.at)',
  Date: 'event.at.getTime()',
} satisfies { [T in Times]: string }

/** `times`: how to read the event's time where no rule has asked for its age yet; without, its age is known. */
export function eventRule({ what, size, withinDays, halfLifeDays, points }: EventRule, times?: Times): string {
  const asked = size === undefined ? '' : ` && size >= ${size}`
  const young = withinDays === undefined ? '' : ` && age < ${withinDays * day}`
  const readAge = times ? `if (age !== age) age = now - ${timeOf[times]}` : ''
  return `if (what === ${text(what)}${asked}) {
          ${readAge}
          if (age >= 0${young}) total += ${points} * Math.exp(age * ${-Math.LN2 / (halfLifeDays * day)})
        }`
}

/** Each attribute that a rule looks at, once. */
function readAttributes(rules: readonly LeadRule[]): string {
  const used = new Set(rules.flatMap(({ tests }) => tests.map(({ attribute }) => attribute)))
  return `const { ${[...used].join(', ')} } = lead`
}

export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}

/** The text of a module that exports `score(lead, now)` and `scoreAll(leads, now, out)`. */
export function handWritten(rules: readonly Rule[], times: Times, layout: Layout): string {
  const onLead = rules.filter(rule => rule.kind === 'lead')
  const onEvents = rules.filter(rule => rule.kind === 'event')
  return `${layouts[layout](onLead, onEvents, times)}
${scoreAll('')}`
}

/** `path`: to the total, in what `score` gives. */
export const scoreAll = (path: '' | '.total') => `
export function scoreAll(leads, now, out) {
  for (let i = 0; i < leads.length; i++) out[i] = score(leads[i], now)${path}
}
`

const layouts = {
  'one function': (onLead, onEvents, times) => `
export function score(lead, now) {
  ${readAttributes(onLead)}
  let total = 0
${onLead.map(leadRule).join('\n')}
${loop(onEvents, (_, rules) => rules.map(rule => eventRule(rule, times)).join('\n        '))}
  return total
}`,
  'functions of 100 rules': (onLead, onEvents, times) => {
    const parts = chunks(onLead, 100)
    return `${parts.map(leadFunction).join('')}${byType(onEvents)
      .map(([name, rules]) => typeFunction(name, rules, times))
      .join('')}
export function score(lead, now) {
  let total = 0
  ${parts.map((_, i) => `total += lead${i}(lead)`).join('\n  ')}
${loop(onEvents, name => `total += ${name}(what, size, event, now)`)}
  return total
}`
  },
} satisfies { [L in Layout]: (onLead: readonly LeadRule[], onEvents: readonly EventRule[], times: Times) => string }

export const leadFunction = (rules: readonly LeadRule[], i: number) => `
function lead${i}(lead) {
  ${readAttributes(rules)}
  let total = 0
${rules.map(leadRule).join('\n')}
  return total
}`

const typeFunction = (name: string, rules: readonly EventRule[], times: Times) => `
function ${name}(what, size, event, now) {
  let total = 0
  let age = NaN
  ${rules.map(rule => eventRule(rule, times)).join('\n  ')}
  return total
}`

export type RulesOfType = readonly [name: string, rules: readonly EventRule[]]

export const byType = (rules: readonly EventRule[]): readonly RulesOfType[] =>
  eventTypes
    .map(({ name }): RulesOfType => [name, rules.filter(({ type }) => type === name)])
    .filter(([, ofType]) => ofType.length > 0)

/** Over the events, if any rule is on them. `body`: what is done with an event of a type. */
function loop(rules: readonly EventRule[], body: (...of: RulesOfType) => string): string {
  if (rules.length === 0) return ''
  const cases = byType(rules).map(
    ([name, ofType]) => `case ${text(name)}:\n        ${body(name, ofType)}\n        break`,
  )
  return `  for (const event of lead.events) {
    const { what, size } = event
    let age = NaN
    switch (event.type) {
      ${cases.join('\n      ')}
    }
  }`
}
