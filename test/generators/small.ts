/**
 * Models over so few values, and so few events that can matter, that all leads which differ at all can be listed: what is
 * proved of such a model can be counted out. Events count at most twice, and what is asked of them is asked of one or two.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { Data } from './leads.ts'
import { day, now } from './schema.ts'
import { byDepth, integer, listOf, maybe, oneOf, say, several, type Text } from './text.ts'

export interface Small {
  readonly text: string
  /** All leads, but for what no model of this kind can tell apart. */
  readonly leads: readonly Data[]
}

// ---------------------------------------------------------------- attributes

interface Part {
  readonly declaration: string
  readonly values: readonly unknown[]
  readonly condition: Text
  /** A number that it gives, if it gives one. */
  readonly number?: Text
}

const enumOf = (name: string, values: readonly string[]): Part => ({
  declaration: `${name}: one of [${values.join(', ')}]`,
  values,
  condition: fc.oneof(
    say`${oneOf(name)} ${oneOf('=', '!=')} ${oneOf(...values)}`,
    say`${oneOf(name)} ${oneOf('in', 'not in')} ${listOf(oneOf(...values), 2)}`,
    say`${oneOf(name)} ${oneOf('is known', 'is not known')}`,
  ),
})

const booleanOf = (name: string): Part => ({
  declaration: `${name}: boolean`,
  values: [true, false],
  condition: oneOf(name, `not ${name}`, `${name} = false`, `${name} is known`),
})

const integerOf = (name: string, low: number, high: number): Part => ({
  declaration: `${name}: integer ${low}..${high}`,
  values: Array.from({ length: high - low + 1 }, (_, i) => low + i),
  condition: fc.oneof(
    say`${oneOf(name)} ${oneOf('=', '!=', '<', '<=', '>', '>=')} ${integer(low, high)}`,
    say`${oneOf(name)} in ${integer(low, low + 1)}..${integer(low + 1, high)}`,
    say`${oneOf(name)} ${oneOf('is known', 'is not known')}`,
    say`${oneOf(name)} * ${oneOf(name, '2')} > ${integer(low, high * 2)}`,
  ),
  number: oneOf(name, `${name} * 2`, `-${name}`, `${name} * ${name}`, `abs(${name} - 1)`, `min(${name}, 1)`),
})

const listPart = (name: string, values: readonly string[]): Part => ({
  declaration: `${name}: list of [${values.join(', ')}]`,
  values: [...values.map(value => [value]), values],
  condition: fc.oneof(
    say`${oneOf(name)} ${oneOf('contains', 'not contains')} ${oneOf(...values)}`,
    say`${oneOf(name)} contains ${oneOf('any of', 'all of')} ${listOf(oneOf(...values))}`,
  ),
})

const parts: readonly Part[] = [
  booleanOf('flag'),
  booleanOf('vip'),
  enumOf('kind', ['x', 'y', 'z']),
  integerOf('size', 0, 4),
  integerOf('rank', -2, 2),
  listPart('wants', ['p', 'q']),
]

/** A value that is not known is no key in the data. */
type Choice = Part & { readonly required: boolean }
const chosen: Arbitrary<readonly Choice[]> = fc
  .subarray([...parts], { minLength: 1, maxLength: 3 })
  .chain(some => fc.tuple(...some.map(part => fc.boolean().map(required => ({ ...part, required })))))

// ---------------------------------------------------------------- events

interface Happening {
  readonly declaration: string
  readonly condition: Text
  readonly rule: Text
  readonly number: Text
  /** From none to all that can matter, in every order that can. */
  readonly histories: readonly (readonly Data[])[]
}

const at = (age: number) => new Date(now - age).toISOString()
const points = integer(1, 9)
const counted = oneOf('once', 'at most 2 times')
const bounded = fc.oneof(
  say`add ${integer(5, 9)} cap ${integer(3, 10)}`,
  say`subtract ${integer(5, 9)} floor ${integer(-10, -3)}`,
)

const ofPing = oneOf('ping', 'ping within 30d', 'ping older than 30d')
const ping: Happening = {
  declaration: 'event ping',
  condition: say`${oneOf('any', 'no', 'at least 2', 'at most 1', 'exactly 1')} ${ofPing}`,
  rule: fc.oneof(
    say`on ${ofPing} ${oneOf('add', 'subtract')} ${points} ${counted}`,
    say`on ${ofPing} ${bounded}`,
    say`on ping add ${points} first within 30d`,
  ),
  number: say`min(count of ${ofPing}, 2)`,
  histories: product([0, 1, 2], [0, 1, 2]).map(([young, old]) => [
    ...Array.from({ length: old }, (_, i) => ({ type: 'ping', at: at(40 * day + i) })),
    ...Array.from({ length: young }, (_, i) => ({ type: 'ping', at: at(i + 1) })),
  ]),
}

const ofBuy = oneOf('buy', 'buy(u)', 'buy(item = v)', 'buy(item is known)')
const buy: Happening = {
  declaration: 'event buy { item: one of [u, v] }',
  condition: say`${oneOf('any', 'no', 'at least 2', 'at most 1')} ${ofBuy}`,
  rule: fc.oneof(
    say`on ${ofBuy} ${oneOf('add', 'subtract')} ${points} ${oneOf('once', 'at most 2 times', 'once per item')}`,
    say`on ${ofBuy} ${bounded}`,
    say`on buy points by item { u: ${points} v: -${points} } ${oneOf('once', 'at most 2 times')}`,
  ),
  number: say`count of distinct item in buy`,
  histories: sequences([{ item: 'u' }, { item: 'v' }, {}], 4).map(list =>
    list.map((one, i) => ({ type: 'buy', at: at(list.length - i), ...one })),
  ),
}

const nothing: Happening = {
  declaration: '',
  condition: fc.constant('1 > 2'),
  rule: fc.constant('when 2 > 1 add 1'),
  number: fc.constant('1'),
  histories: [[]],
}

function product<A, B>(first: readonly A[], second: readonly B[]): (readonly [A, B])[] {
  return first.flatMap(a => second.map(b => [a, b] as const))
}

function sequences<T>(kinds: readonly T[], most: number): (readonly T[])[] {
  if (most === 0) return [[]]
  const shorter = sequences(kinds, most - 1)
  const longest = shorter.filter(list => list.length === most - 1)
  return [...shorter, ...longest.flatMap(list => kinds.map(kind => [...list, kind]))]
}

// ---------------------------------------------------------------- models

interface Words {
  readonly condition: (depth: number) => Text
  readonly number: Text
  readonly rule: Text
}

function wordsOf(attributes: readonly Choice[], happening: Happening, isEventful: boolean): Words {
  const leaves = [...attributes.map(one => one.condition), ...(isEventful ? [happening.condition] : [])]
  const numbers = [...attributes.flatMap(one => one.number ?? []), ...(isEventful ? [happening.number] : [])]
  const number = numbers.length > 0 ? fc.oneof(...numbers) : fc.constant('2')
  const compared = numbers.length > 0 ? [say`(${number}) + (${number}) ${oneOf('<', '>=')} ${integer(-3, 6)}`] : []
  const condition: Words['condition'] = byDepth<string>(depth => {
    const leaf = fc.oneof(...leaves, ...compared)
    if (depth === 0) return leaf
    const inner = condition(depth - 1)
    return fc.oneof(
      { weight: 2, arbitrary: leaf },
      { weight: 1, arbitrary: say`(${inner} ${oneOf('and', 'or')} ${inner})` },
      { weight: 1, arbitrary: say`not (${inner})` },
    )
  })
  return { condition, number, rule: isEventful ? happening.rule : fc.constant('when 2 > 1 add 1') }
}

/** Rules and groups are numbered in the end, so that no two have one name. */
const label = fc.constant(' as "rule #"')
const numbered = (text: string): string => {
  let last = 0
  return text.replace(/#/g, () => `${++last}`)
}

const blockBounds = oneOf('', '', ' cap 12', ' floor 0', ' floor -5 cap 9')

function bodyOf({ condition, number, rule }: Words, depth: number): Text {
  const when = fc.oneof(
    say`when ${condition(2)} ${oneOf('add', 'subtract')} ${points}`,
    say`when ${condition(1)} add (${number})`,
    say`when ${condition(1)} add (${number}) cap ${integer(1, 5)}`,
    say`points first { ${several(say`${condition(1)}: ${integer(-9, 9)}`, ' ', 3)} else: ${integer(-3, 3)} }`,
    say`points by (${number}) { < 1: ${integer(-5, 5)} 1: ${points} > 1: ${integer(-5, 5)} }`,
  )
  const multiplier = say`when ${condition(1)} multiply by ${oneOf('50%', '0', '2')}`
  const items: Text[] = [say`${when}${label}`, say`${rule}${label}`, say`${when} weight 50%${label}`]
  const all = fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...items) },
    { weight: 1, arbitrary: multiplier },
    ...(depth > 0 ? [{ weight: 2, arbitrary: groupOf({ condition, number, rule }, depth - 1) }] : []),
  )
  return several(all, '\n', 4)
}

function groupOf(words: Words, depth: number): Text {
  const when = maybe(say` when ${words.condition(1)}`)
  return say`group g#${blockBounds}${oneOf('', ' weight 50%')}${when} { ${bodyOf(words, depth)} }`
}

function textOf(attributes: readonly Choice[], happening: Happening, words: Words): Text {
  const declared = attributes.map(({ declaration, required }) => `${declaration}${required ? ' required' : ''}`)
  const { condition } = words
  return say`${oneOf(`lead {\n${declared.join('\n')}\n}\n${happening.declaration}`)}
score fit${blockBounds}${maybe(say` when ${condition(1)}`)} {
${bodyOf(words, 1)}
}
score use${blockBounds} {
${bodyOf(words, 0)}
}
score total = ${oneOf('0.5 * fit + 2 * use', 'fit - use', 'max(fit, use)', 'fit + 3')}${oneOf('', ' floor 0 cap 20')}
grade level from total { A at ${integer(9, 15)} B at ${integer(2, 8)} else C }
grade way { Hot when ${condition(1)} Warm when use > ${integer(0, 5)} else Cold }
grade cell = level + way
qualify M at ${integer(2, 12)} of total${maybe(say` when ${condition(1)}`)}
qualify M when ${condition(2)}
qualify S when level = A and ${condition(0)}
disqualify "no" when ${condition(2)} and way != Hot
promise never M when ${condition(1)}
promise always fit <= ${integer(3, 9)} when ${condition(1)}`
}

function leadsOf(attributes: readonly Choice[], { histories }: Happening): readonly Data[] {
  const known = attributes.reduce<readonly Data[]>(
    (leads, { declaration, values, required }) => {
      const [name] = declaration.split(':') as [string]
      const choices = required ? values : [...values, null]
      return leads.flatMap(lead => choices.map(value => (value === null ? lead : { ...lead, [name]: value })))
    },
    [{}],
  )
  return known.flatMap(lead => histories.map(events => ({ ...lead, events })))
}

export const small: Arbitrary<Small> = fc
  .tuple(chosen, fc.constantFrom(ping, buy, nothing))
  .chain(([attributes, happening]) => {
    const few = happening === buy ? attributes.slice(0, 1) : attributes
    const words = wordsOf(few, happening, happening !== nothing)
    return textOf(few, happening, words).map(text => ({ text: numbered(text), leads: leadsOf(few, happening) }))
  })
