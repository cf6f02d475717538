import type { Case, EventSet, EventSetOf, Expr, OnEvents, Rule } from '@merit-lang/runtime'
import { indented } from '../text.ts'
import { branchesText, decisiveOf, type Guarded } from './branches.ts'
import type { ChoiceTest } from './choices.ts'
import { dispatchText } from './dispatch.ts'
import { codesText, exprText, testText } from './expressions.ts'
import { type Membership, membershipOf } from './membership.ts'
import { commentOf, type Field, isChoice, NotQuick, type Place, rawText, readText, type Writing } from './writing.ts'

/** Points beyond this, and more events, are left to the engine: then all sums are whole numbers that doubles hold. */
export const MOST_POINTS = 1000
export const MOST_EVENTS = 1024

/** What is summed over events: a rule's points in billionths, or a count. */
export interface Sum {
  readonly slot: number
  readonly on: OnEvents
  /** Absent for a count. */
  readonly rule?: Rule
}

/** Asked of it, a set only says whether it is told event by event: a model need not know any type. */
const NO_TYPE = -1

/** One function for each type of event that is summed, and `readEvents`, which is false where the engine has to read them. */
export function eventsText(sums: readonly Sum[], writing: Writing): string {
  for (const { on } of sums) membershipOf(setOf(on), NO_TYPE, writing.program)
  const functions = writing.program.events.map((_, type) => typeText(type, sums, writing))
  const heard = functions.flatMap((text, type) => (text === undefined ? [] : [type]))
  const limited = sums.flatMap(({ on, slot }) => (limitOf(on) ? [`latest${slot}`] : []))
  return `${IDS}
${limited.map(name => `const ${name} = new Map()`).join('\n')}
${functions.filter(text => text !== undefined).join('\n')}
function readEvents(list, now) {
  if (!Array.isArray(list) || list.length > ${MOST_EVENTS}) return false
  idsDiffer = false
${limited.map(name => `  if (${name}.size > 0) ${name}.clear()`).join('\n')}
  for (let i = 0; i < list.length; i++) {
    const event = list[i]
    if (typeof event !== 'object' || event === null) return false
    const { type } = event
    if (Object.getPrototypeOf(event) !== Object.prototype || typeof type !== 'string') return false
    switch (type.length) {
${indented(indented(indented(dispatchText(heard, writing))))}
    }
  }
  return true
}`
}

/** Of events of one type with one id only the first counts: once an event with an id may count, all ids are looked at. */
const IDS = `let idsDiffer = false
function isOnce(event, list) {
  return (event.id ?? event.messageId) === undefined || (idsDiffer ||= merit.haveDifferentIds(list))
}`

/** The property that decides is read first: of most events nothing else is. */
function typeText(type: number, sums: readonly Sum[], writing: Writing): string | undefined {
  const place = { writing, type }
  const guarded = sums.flatMap(sum => guardedBy(sum, place) ?? [])
  if (guarded.length === 0) return undefined
  const statements = branchesText(guarded, place)
  const decisive = decisiveOf(guarded, place)
  const fields = [...(writing.properties.get(type)?.values() ?? [])]
  const [first, others] = [fields.filter(isOf(decisive)), fields.filter(field => !isOf(decisive)(field))]
  const reads = (some: readonly Field[]) => some.map(field => fieldText(field, place))
  const lines = [
    ...insideText(fields),
    ...reads(first),
    ...(decisive ? [`if (!${decisiveText(decisive)}) return true`] : []),
    'if (event.at === undefined || !isOnce(event, list)) return false',
    ...reads(others),
    `let age = ${statements.includes('(now - age)') ? AGE : 'NaN'}`,
    statements,
    'return true',
  ]
  return `function event${type}(event, list, now) {\n${indented(lines.join('\n'))}\n}`
}

/** Of many values it is enough to know that it is one: the switch on them says the rest. */
function decisiveText(decisive: ChoiceTest): string {
  return decisive.codes.length <= 3 ? codesText(decisive) : `(${decisive.field.name} >= 0)`
}

function isOf(decisive: ChoiceTest | undefined): (field: Field) => boolean {
  return field => field === decisive?.field
}

const AGE = 'now - merit.timeOf(event.at, program.zone)'

function insideText(fields: readonly Field[]): string[] {
  if (fields.length === 0) return []
  return [
    'let raw',
    'const inside = event.properties === undefined ? undefined : merit.plainObject(event.properties)',
    ...fields.filter(({ attribute }) => !isChoice(attribute)).map(({ name }) => `let f${name}`),
  ]
}

/** Under `properties`, where any name may stand, or beside the type and time. */
function fieldText(field: Field, { writing, type }: Place & { type: number }): string {
  const { name, attribute } = field
  const index = writing.program.events[type]?.properties.indexOf(attribute)
  const isTaken = ['type', 'at', 'properties'].includes(attribute.key)
  const beside = isTaken ? 'undefined' : rawText('event', attribute)
  const inside = rawText('inside', attribute)
  const read = readText(field, `events[${type}].properties[${index}]`, writing)
  return `raw = inside === undefined ? ${beside} : ${inside} ?? ${beside}\nconst ${name} = ${read}`
}

function guardedBy(sum: Sum, place: Place & { type: number }): Guarded | undefined {
  const membership = membershipOf(setOf(sum.on), place.type, place.writing.program)
  if (!membership) return undefined
  const [only, ...others] = sum.rule?.cases ?? []
  const own = only?.when && others.length === 0 ? [only.when.expr] : []
  if (own.length > 0 && limitOf(sum.on)) throw new NotQuick()
  return { conditions: [...membership.where, ...own], statement: statementText(sum, membership, place) }
}

/** The events that every modifier left, but for `once`. */
function setOf(on: OnEvents): EventSet {
  return limitOf(on)?.set ?? on.steps.at(-1)?.set ?? { op: 'events', types: [] }
}

/** `once` and `once per X`: of each value only the latest event counts. */
function limitOf({ steps }: OnEvents): EventSetOf<'latest'> | undefined {
  const set = steps.at(-1)?.set
  return set?.op === 'latest' && set.count === 1 ? set : undefined
}

function statementText(sum: Sum, { atLeast, below }: Membership, place: Place): string {
  const bounds = `age >= ${atLeast}${below === Number.POSITIVE_INFINITY ? '' : ` && age < ${below}`}`
  return `{${sum.rule ? commentOf(sum.rule) : ''}\n  if (age !== age) age = ${AGE}\n  if (${bounds}) ${additionText(sum, place)}\n}`
}

function additionText({ slot, rule, on }: Sum, place: Place): string {
  const limit = limitOf(on)
  const points = rule ? pointsText(rule, on, place) : '1'
  if (!limit) return `sums[${slot}] += ${points}`
  const value = limit.per ? `merit.keyOf(${exprText(limit.per, place)})` : 'true'
  return `once(latest${slot}, ${slot}, ${value}, age, ${points})`
}

/** In whole billionths. */
function pointsText({ cases }: Rule, { decay }: OnEvents, place: Place): string {
  const amount = constantOf(cases)
  if (amount === undefined || Math.abs(amount) > MOST_POINTS) return `billionths(${decayedText(cases, decay, place)})`
  if (!decay) return String(Math.floor(amount * 1e9 + 0.5))
  const period = halfLifeOf(decay.points)
  if (period === undefined) return `billionths(${decayedText(cases, decay, place)})`
  return `Math.floor(${amount} * merit.halve(age / ${period}) * 1e9 + 0.5)`
}

function decayedText(cases: readonly Case[], decay: OnEvents['decay'], place: Place): string {
  const amount = casesText(cases, place)
  return decay ? `(amount => (amount === amount ? ${exprText(decay.points, place)} : NaN))(${amount})` : amount
}

/** The points of the first case that holds. A single case stands behind its own condition. */
export function casesText(cases: readonly Case[], place: Place): string {
  const [only, ...others] = cases
  if (only && others.length === 0) return exprText(only.points, place)
  const conditions = cases.map(
    ({ when, points }) => `${when ? testText(when.expr, place) : 'true'} ? ${exprText(points, place)} : `,
  )
  return `(${conditions.join('')}NaN)`
}

/** The points of a rule that always gives the same. */
export function constantOf([only, ...others]: readonly Case[]): number | undefined {
  const points = others.length === 0 ? only?.points : undefined
  return points?.op === 'const' && typeof points.value === 'number' ? points.value : undefined
}

/** H in amount × 2^(−age / H). */
function halfLifeOf(points: Expr): number | undefined {
  if (points.op !== 'multiply' || points.left.op !== 'amount' || points.right.op !== 'halve') return undefined
  const { of } = points.right
  if (of.op !== 'divide' || of.left.op !== 'age' || of.right.op !== 'const') return undefined
  return typeof of.right.value === 'number' && of.right.value >= 1 ? of.right.value : undefined
}
