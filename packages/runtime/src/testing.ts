/** Small programs for tests, built from kernel operations. */
import type { Lead, LeadEvent } from './lead/lead.ts'
import type { Attribute, Block, Case, Condition, EventSet, Expr, Program, Rule, Score, Value, Zone } from './program.ts'
import { utc } from './time/utc.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const NOW = Date.UTC(2026, 5, 1)
/** Of whatever a test does not look for. */
export const span = { path: 'model.merit', line: 1, column: 1 }

export function constant(value: Value): Expr {
  return { op: 'const', value }
}

export function attribute(index: number): Expr {
  return { op: 'attribute', index }
}

export function property(name: string): Expr {
  return { op: 'property', name }
}

export function equal(left: Expr, value: Value): Expr {
  return { op: 'equal', left, right: constant(value) }
}

export function choose(cases: readonly (readonly [when: Expr, value: Expr])[], otherwise: Expr): Expr {
  // biome-ignore lint/suspicious/noThenProperty: the field's name in the program
  return { op: 'choose', cases: cases.map(([when, value]) => ({ when, then: value })), otherwise }
}

export function events(...types: number[]): EventSet {
  return { op: 'events', types }
}

/** A condition of one comparison that reads one value. */
export function condition(text: string, expr: Expr, read?: Expr): Condition {
  const reads = read ? [{ text: text.split(' ')[0] as string, value: read, as: 'text' as const }] : []
  return { expr, parts: [{ text, holds: expr, reads }] }
}

/** Of a model whose first attribute is the industry. */
export const isSaas = condition('industry = SaaS', equal(attribute(0), 'saas'), attribute(0))

export function points(value: number | Expr, when?: Condition): Case {
  return { text: '', when, points: typeof value === 'number' ? constant(value) : value, reads: [] }
}

export function rule(id: string, rest: Partial<Rule>): Rule {
  return { kind: 'rule', id, labelled: false, cases: [], span, ...rest }
}

/** `on P add N` with these points for each event of the set. */
export function onEach(set: EventSet, value: number | Expr, rest: Partial<Rule> = {}, decay?: Expr): Rule {
  const on = { steps: [{ text: 'P', set }], ...(decay && { decay: { text: 'decay', points: decay } }) }
  return rule('on P add N', { on, cases: [points(value)], ...rest })
}

export function block(items: Block['items'], rest: Partial<Block> = {}): Block {
  return { kind: 'block', name: 'total', items, multipliers: [], span, ...rest }
}

export function scoreOf(items: Block['items'], rest: Partial<Block> = {}): Score {
  return { kind: 'rules', name: rest.name ?? 'total', block: block(items, rest), doc: '' }
}

/** amount × 2^(−age / halfLife). */
export function halfLife(ms: number): Expr {
  const age: Expr = { op: 'divide', left: { op: 'age' }, right: constant(ms) }
  return { op: 'multiply', left: { op: 'amount' }, right: { op: 'halve', of: age } }
}

export function declared(name: string, type: Attribute['type'], rest: Partial<Attribute> = {}): Attribute {
  return { name, key: name, type, required: false, unknownIn: [], ...rest }
}

export const text = { kind: 'text' } as const
export const number = { kind: 'number', integer: false } as const

export function program(parts: Partial<Program> = {}): Program {
  const empty = { attributes: [], events: [], values: [], sets: [], scores: [], grades: [], stages: [] }
  const fixed = { language: '1', name: '', revision: '0123456789ab', zone: utc }
  return { ...fixed, ...empty, disqualifications: [], promises: [], unsupported: [], ...parts }
}

/** `[type, days before NOW, properties?]` */
export type Happened = [number, number, Record<string, Value>?]

/** A lead with these attribute values and events, in order. */
export function lead(attributes: Value[], happened: Happened[] = []): Lead {
  const sorted = [...happened].sort((a, b) => b[1] - a[1])
  return { id: null, attributes, events: sorted.map(toEvent), issues: [] }
}

function toEvent([type, days, properties = {}]: Happened, rank: number): LeadEvent {
  const known = new Map(Object.entries(properties))
  return { type, name: `type${type}`, at: NOW - days * DAY, id: null, rank, properties: known }
}

/** Central Europe around the clock changes of 2026: +1 h, +2 h from March 29 01:00 UTC, +1 h from October 25 01:00 UTC. */
export const berlin: Zone = {
  name: 'Europe/Berlin',
  declared: true,
  since: [Number.MIN_SAFE_INTEGER, Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)],
  offset: [HOUR, 2 * HOUR, HOUR],
}
