/** From `test` statements to cases: the lead as data, and what is expected of it. */
import { formatInstant, parseInstant } from '@merit-lang/runtime'
import type { EventSymbol } from '../check/model.ts'
import type * as Ast from '../syntax/ast.ts'
import { conditionOf } from './conditions.ts'
import type { Scope } from './context.ts'
import { constantOf, lowerExpr } from './expressions.ts'
import { namesIn } from './names.ts'
import { primaryOfEvent } from './patterns.ts'
import type { About, Expectation, TestCase } from './test-case.ts'
import { written } from './texts.ts'

/** Where a test does not say `now`, the day does not matter. */
const usualNow = Date.UTC(2026, 0, 1)

type Line<K extends Ast.TestLine['kind']> = Extract<Ast.TestLine, { kind: K }>

export function lowerTest(test: Ast.Test, scope: Scope): TestCase {
  const lines = <K extends Ast.TestLine['kind']>(kind: K) =>
    test.lines.filter((line): line is Line<K> => line.kind === kind)
  const now = instantOf(lines('now')[0]?.at, scope) ?? usualNow
  const fields = lines('leadData').flatMap(line => fieldsOf(line.fields, ''))
  const attributes = fields.map(({ name, value }) => [keyOf(name, scope), jsonOf(value, scope)] as const)
  const events = lines('eventData').map(line => eventOf(line, now, scope))
  return {
    name: test.name.kind === 'text' ? test.name.value : '',
    span: test.span,
    now,
    data: Object.fromEntries([...attributes, ['events', events]]),
    meantUnknown: fields.flatMap(({ name, value }) => (value.kind === 'unknownValue' ? [name] : [])),
    expectations: lines('expect').map(line => lowerExpectation(line, scope)),
  }
}

function instantOf(date: Ast.DateLit | Ast.Hole | undefined, { program }: Scope): number | undefined {
  const instant = date?.kind === 'date' ? parseInstant(date.text, program.zone) : undefined
  return instant && 'ms' in instant ? instant.ms : undefined
}

interface LeafField {
  readonly name: string
  readonly value: Ast.DataValue
}

/** Nested records have names with dots. */
function fieldsOf(fields: readonly Ast.DataField[], prefix: string): readonly LeafField[] {
  return fields.flatMap(({ name, value, fields: nested }) => {
    if (nested) return fieldsOf(nested, `${prefix}${name.text}.`)
    return value ? [{ name: prefix + name.text, value }] : []
  })
}

function keyOf(name: string, { program }: Scope): string {
  return program.model.attributes.find(attribute => attribute.name === name)?.key ?? name
}

function eventOf({ type, args, ago, at }: Line<'eventData'>, now: number, scope: Scope): Record<string, unknown> {
  const symbol = scope.program.model.events.find(({ name }) => name === type.text)
  const properties = args.map(({ name, value }) => [propertyKey(name?.text, symbol), jsonOf(value, scope)])
  const written = at?.kind === 'date' ? at.text : formatInstant(now - (ago ? constantOf(ago, scope) : 0))
  return { type: type.text, at: written, properties: Object.fromEntries(properties) }
}

/** A lone value is the primary property's. */
function propertyKey(name: string | undefined, event: EventSymbol | undefined): string {
  const property = name ?? (event ? primaryOfEvent(event).name : 'subject')
  return event?.properties.find(one => one.name === property)?.key ?? property
}

/** Dates stay as written, since in data they are texts. */
function jsonOf(value: Ast.DataValue, scope: Scope): unknown {
  if (value.kind === 'unknownValue') return null
  if (value.kind === 'paren') return jsonOf(value.inner, scope)
  if (value.kind === 'list') return value.elements.map(element => jsonOf(element, scope))
  if (value.kind === 'date') return value.text
  if (value.kind === 'name' && !scope.program.model.meanings.has(value))
    return value.path.map(({ text }) => text).join('.')
  const expr = lowerExpr(value, scope)
  return expr.op === 'const' ? expr.value : null
}

function lowerExpectation({ in: later, that, span }: Line<'expect'>, scope: Scope): Expectation {
  const lower: (that: never, scope: Scope) => Expected = expectations[that.kind]
  const place = { text: written(span), span, after: later ? constantOf(later, scope) : 0 }
  return { ...place, ...lower(that as never, scope) }
}

type Expected = DistributedOmit<Expectation, 'text' | 'span' | 'after'>
type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

const expectations = {
  holds: ({ condition }, scope) => ({
    kind: 'holds',
    condition: conditionOf(condition, scope),
    about: aboutOf(condition, scope),
  }),
  rule: ({ label, outcome }) => ({ kind: 'rule', label: label.kind === 'text' ? label.value : '', outcome }),
  disqualified: ({ negated, reason }) => ({ kind: 'disqualified', negated, reason: reason?.value }),
} satisfies {
  [K in Ast.Expectation['kind']]: (that: Extract<Ast.Expectation, { kind: K }>, scope: Scope) => Expected
}

function aboutOf(condition: Ast.Expr, { program }: Scope): About {
  const meant = namesIn(condition).flatMap(name => program.model.meanings.get(name) ?? [])
  const named = (kind: 'score' | 'grade' | 'stage') =>
    meant.flatMap(one => (one.kind === kind && 'name' in one ? [one.name] : []))
  return { scores: named('score'), grades: named('grade'), stages: named('stage') }
}
