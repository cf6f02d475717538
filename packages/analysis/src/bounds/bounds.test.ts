import { check, lower } from '@merit-lang/language'
import type { Block, Rule } from '@merit-lang/runtime'
import { type Enclosure, Interval, type Truth } from '@merit-lang/runtime/reference'
import { describe, expect, it } from 'vitest'
import { spaceOf } from '../space/build.ts'
import type { Box, Count, Space } from '../space/space.ts'
import { enclose, members, ruleBounds, type Totals, truth, viewOf } from './bounds.ts'

function spaceFrom(text: string): Space {
  const { model } = check({ path: 'model.merit', text })
  if (!model) throw new Error(`The model has errors: ${text}`)
  return spaceOf(lower(model).program)
}

/** Of which classes a variable keeps some, and how many events there are of some classes, by their texts. */
type Cuts = Readonly<Record<string, readonly string[] | Count>>

function boxOf({ program, variables, events }: Space, cuts: Cuts): Box {
  const kept = (attribute: number) => cuts[program.attributes[attribute]?.name ?? ''] as readonly string[] | undefined
  return {
    classes: variables.map(({ attribute, classes }) =>
      classes.flatMap(({ text }, index) => (kept(attribute)?.includes(text) === false ? [] : [index])),
    ),
    counts: events.map(({ text }) => (cuts[text] as Count | undefined) ?? { low: 0, high: Number.POSITIVE_INFINITY }),
  }
}

const open: Totals = {
  score: () => new Interval(-5e6, 70e6, false),
  grade: () => new Set(['A', 'B']),
  stage: () => undefined,
}

const viewFrom = (text: string, cuts: Cuts) => {
  const space = spaceFrom(text)
  return viewOf(space, boxOf(space, cuts), open)
}

const shown = (of: Enclosure): string =>
  of instanceof Interval ? `${of.low}..${of.high}${of.unknown ? ' or unknown' : ''}` : String(of)

const firstRule = (block: Block): Rule => {
  const [item] = block.items
  return item?.kind === 'rule' ? item : firstRule(item as Block)
}

function ruleIn(text: string, cuts: Cuts): string {
  const view = viewFrom(text, cuts)
  const [score] = view.space.program.scores
  const { low, high, matched } = ruleBounds(firstRule((score as { block: Block }).block), view)
  return `${low.points / 1e6}..${high.points / 1e6}, ${matched === undefined ? 'perhaps' : matched ? 'matched' : 'unmatched'}`
}

const schema = `lead {
  industry: one of [SaaS, Fintech, Retail]
  employees: integer 0..1000
  created: date
}
event page { asset: one of [a, b] seconds: integer 0..60 }
event mail
event gone
`

describe('what a rule gives', () => {
  it.each<[string, Cuts, string]>([
    ['when industry = SaaS add 5', {}, '0..5, perhaps'],
    ['when industry = SaaS add 5', { industry: ['SaaS'] }, '5..5, matched'],
    ['when industry = SaaS add 5', { industry: ['Fintech, Retail', 'unknown'] }, '0..0, unmatched'],
    ['points by industry { SaaS: 5, Fintech: -2, else: 1 }', {}, '-2..5, matched'],
    ['when employees >= 10 add (employees * 0.1) cap 30', {}, '0..30, perhaps'],
    ['on mail add 5', {}, '0..9000000000, perhaps'],
    ['on mail add 5 cap 12', {}, '0..12, perhaps'],
    ['on mail add 5 floor 3', { mail: { low: 0, high: 2 } }, '0..10, perhaps'],
    ['on mail add 5 weight 50%', { mail: { low: 1, high: 3 } }, '2.5..7.5, matched'],
    ['on mail add 8 decay 30d', { mail: { low: 1, high: 1 } }, '0..8, matched'],
    ['on mail within 30d add 8 decay 30d', { 'mail, younger than 30d': { low: 0, high: 3 } }, '0..24, perhaps'],
    ['on mail older than 60d add 8 decay 30d', { 'mail, 60d old or older': { low: 0, high: 3 } }, '0..6, perhaps'],
    ['on mail add 5 once', { mail: { low: 2, high: 9 } }, '5..5, matched'],
    ['on mail add 5 at most 3 times', { mail: { low: 2, high: 9 } }, '10..15, matched'],
    ['on page points by asset { a: 5, b: 3, else: 4 } once', { 'page(a)': { low: 1, high: 1 } }, '3..5, matched'],
    ['on page points by asset { a: -5, b: -3, else: -4 } once', { 'page(a)': { low: 1, high: 4 } }, '-5..-3, matched'],
    ['on page add 5 once per asset', {}, '0..15, perhaps'],
    ['on mail within 10d add 5 cooldown 24h', {}, '0..50, perhaps'],
    ['on page points by asset { a: 5, b: -1 } at most 2 times', {}, '-2..10, perhaps'],
    ['on page add (seconds * 0.5) at most 2 times', {}, '0..60, perhaps'],
    ['on created add 5', {}, '0..5, perhaps'],
    ['on created within 30d add 5', { created: ['30d old or older', 'in the future', 'unknown'] }, '0..0, unmatched'],
  ])('%s %j: %s', (rule, cuts, bounds) => {
    expect(ruleIn(`${schema}score s { ${rule} }`, cuts)).toBe(bounds)
  })
})

function conditionIn(text: string, cuts: Cuts): Truth {
  const view = viewFrom(`${text}\nscore s { when industry = SaaS add 1 }`, cuts)
  return truth(view.space.program.stages[0]?.lines[0]?.when.expr ?? { op: 'const', value: null }, view)
}

describe('whether a condition holds', () => {
  it.each<[string, Cuts, Truth]>([
    ['industry = SaaS', {}, undefined],
    ['industry = SaaS', { industry: ['SaaS'] }, true],
    ['industry = SaaS and employees > 5', { industry: ['unknown'] }, false],
    ['industry = SaaS or employees > 5', { industry: ['SaaS'] }, true],
    ['not (industry = SaaS)', { industry: ['unknown'] }, true],
    ['any mail', {}, undefined],
    ['any mail', { mail: { low: 1, high: 4 } }, true],
    ['at least 3 mail', { mail: { low: 0, high: 2 } }, false],
    ['count of mail >= count of gone', { mail: { low: 2, high: 5 }, gone: { low: 0, high: 2 } }, true],
    ['days since last mail < 40', { mail: { low: 1, high: 1 } }, undefined],
    ['any mail since last gone', { gone: { low: 0, high: 0 }, mail: { low: 1, high: 1 } }, true],
    ['s >= 71', {}, false],
    ['s >= -5', {}, true],
    ['g = A', {}, undefined],
    ['g in [A, B]', {}, true],
    ['g = C', {}, false],
    ['days since created >= 30', { created: ['younger than 30d'] }, false],
    ['days since created >= 30', { created: ['30d old or older'] }, true],
    ['employees > 5 * count of mail', { mail: { low: 0, high: 0 }, employees: ['1..999', '1000'] }, true],
  ])('%s %j: %s', (condition, cuts, holds) => {
    const grade = 'grade g { A when employees > 7 B when employees > 3 C when employees > 1 else D }'
    expect(conditionIn(`${schema}${grade}\nqualify X when ${condition}`, cuts)).toBe(holds)
  })
})

function valueIn(text: string, cuts: Cuts): string {
  const view = viewFrom(`${schema}score s { when industry = SaaS add (${text}) }`, cuts)
  const rule = firstRule((view.space.program.scores[0] as { block: Block }).block)
  return shown(enclose(rule.cases[0]?.points ?? { op: 'const', value: null }, view))
}

describe('what a value may be', () => {
  it.each<[string, Cuts, string]>([
    ['employees', {}, '0..1000 or unknown'],
    ['count of mail', { mail: { low: 1, high: 3 } }, '1..3'],
    ['count of mail', {}, '0..9007199254740991'],
    ['count of distinct asset in page', {}, '0..2'],
    ['sum of seconds in page', {}, '0..Infinity or unknown'],
    ['max of seconds in page', {}, '0..60 or unknown'],
    ['min(employees, 5)', { employees: ['0', '1..999', '1000'] }, '0..5'],
    ['employees / 0', {}, '-Infinity..Infinity or unknown'],
  ])('%s %j: %s', (value, cuts, enclosure) => {
    expect(valueIn(value, cuts)).toBe(enclosure)
  })
})

/** Of the events that the rule counts. */
function membersIn(pattern: string, cuts: Cuts): string {
  const view = viewFrom(`${schema}score s { on ${pattern} }`, cuts)
  const { on } = firstRule((view.space.program.scores[0] as { block: Block }).block)
  const { low, high, classes } = members(on?.steps.at(-1)?.set ?? { op: 'events', types: [] }, view)
  const parts = [...classes].map(
    ([index, one]) => `${view.space.events[index]?.text} ${one.low}..${one.high}${one.all ? ' all' : ''}`,
  )
  return [`${low}..${high}`, ...parts].join('; ')
}

const few: Count = { low: 2, high: 5 }
const gone: Count = { low: 1, high: 1 }

describe('how many events are in a set', () => {
  it.each<[string, Cuts, string]>([
    ['mail add 1', { mail: few }, '2..5; mail 2..5 all'],
    ['mail add 1', { mail: { low: 0, high: 0 } }, '0..0'],
    ['mail add 1 first', { mail: few }, '1..1; mail 1..1'],
    ['mail add 1 at most 3 times', { mail: few }, '2..3; mail 2..3'],
    ['mail add 1 cooldown 1h', { mail: few }, '1..5; mail 1..5'],
    ['mail since last gone add 1', { mail: few, gone }, '0..5; mail 0..5'],
    ['mail since last gone add 1', { mail: few, gone: { low: 0, high: 0 } }, '2..5; mail 2..5 all'],
  ])('%s %j: %s', (pattern, cuts, text) => {
    expect(membersIn(pattern, cuts)).toBe(text)
  })
})
