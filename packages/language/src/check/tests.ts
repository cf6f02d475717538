/** Tests: their data must fit what is declared, and what they expect must exist. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { textOf } from '../syntax/source.ts'
import { type Checking, say, suggest } from './checking.ts'
import { checkCondition, checkDuration, typeOf } from './expressions.ts'
import { valueName } from './fields.ts'
import type { AttributeSymbol, PropertySymbol } from './model.ts'
import { type Event, named } from './names.ts'
import { checkOperand } from './operands.ts'
import { primaryOf } from './patterns.ts'
import { reasonOf } from './reason.ts'
import { ruleId } from './rule-id.ts'
import * as types from './types.ts'

export function checkTests(cx: Checking, tests: readonly Ast.Test[]): void {
  const seen = new Map<string, Span>()
  const known = knownOutcomes(cx)
  for (const test of tests) {
    if (test.name.kind === 'text') checkNameOnce(cx, test.name, seen)
    checkTest(cx, test, known)
  }
}

function checkNameOnce(cx: Checking, { value, span }: Ast.TextLit, seen: Map<string, Span>): void {
  const before = seen.get(value)
  if (before) say(cx, problem.duplicateTest, span, { name: value }, [{ span: before, message: 'the other test' }])
  else seen.set(value, span)
}

/** What `expect rule` and `expect disqualified` may name: looked for only where one of them stands. */
interface Known {
  readonly rules: () => ReadonlySet<string>
  readonly reasons: () => ReadonlySet<string>
}

function knownOutcomes(cx: Checking): Known {
  let [rules, reasons]: ReadonlySet<string>[] = []
  return {
    rules: () => (rules ??= new Set(named(cx.names, 'score').flatMap(({ items }) => rulesIn(items ?? [])))),
    reasons: () => (reasons ??= new Set(reasonsIn(cx))),
  }
}

function rulesIn(items: readonly Ast.Item[]): string[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return rulesIn(item.items)
    return item.kind === 'rule' ? [ruleId(item).id] : []
  })
}

function reasonsIn({ files }: Checking): string[] {
  return files.flatMap(({ ast }) =>
    ast.statements.flatMap(statement => (statement.kind === 'disqualify' ? [reasonOf(statement)] : [])),
  )
}

function checkTest(cx: Checking, { lines }: Ast.Test, known: Known): void {
  const now = lines.filter(line => line.kind === 'now')
  const [first, second] = now
  if (first && second) say(cx, problem.nowTwice, second.span, {}, [{ span: first.span, message: 'said here already' }])
  for (const line of lines)
    (checks[line.kind] as (cx: Checking, line: Ast.TestLine, known: Known) => void)(cx, line, known)
  if (!first) checkDates(cx, lines)
}

const checks = {
  now: (cx, { at }) => void typeOf(cx, at),
  leadData: (cx, { fields }) => checkFields(cx, fields, ''),
  eventData: checkEvent,
  expect: (cx, line, known) => {
    if (line.in) checkDuration(cx, line.in)
    checkExpectation(cx, line.that, known)
  },
} satisfies {
  [K in Ast.TestLine['kind']]: (cx: Checking, line: Extract<Ast.TestLine, { kind: K }>, known: Known) => void
}

function checkExpectation(cx: Checking, that: Ast.Expectation, known: Known): void {
  if (that.kind === 'holds') checkCondition(cx, that.condition)
  if (that.kind === 'rule' && that.label.kind === 'text') checkRuleName(cx, that.label, known.rules())
  if (that.kind === 'disqualified' && that.reason) checkReason(cx, that.reason, known.reasons())
}

function checkRuleName(cx: Checking, { value: name, span }: Ast.TextLit, rules: ReadonlySet<string>): void {
  if (!rules.has(name)) say(cx, problem.unknownRule, span, { name, suggestion: suggest(cx, name, rules) })
}

function checkReason(cx: Checking, { value: reason, span }: Ast.TextLit, reasons: ReadonlySet<string>): void {
  if (!reasons.has(reason)) say(cx, problem.unknownReason, span, { reason, suggestion: suggest(cx, reason, reasons) })
}

function checkFields(
  cx: Checking,
  fields: readonly Ast.DataField[],
  prefix: string,
  seen = new Map<string, Span>(),
): void {
  for (const { name, value, fields: nested } of fields) {
    const path = prefix + name.text
    const before = seen.get(path)
    if (before) say(cx, problem.dataTwice, name.span, { name: path }, [{ span: before, message: 'given here already' }])
    else seen.set(path, name.span)
    if (nested) checkFields(cx, nested, `${path}.`, seen)
    else if (value) checkField(cx, name, path, value)
  }
}

function checkField(cx: Checking, name: Ast.Ident, path: string, value: Ast.DataValue): void {
  const { attributes, openLead } = cx.names
  const attribute = attributes.get(path)
  if (attribute) checkData(cx, value, attribute)
  else if (openLead) keepData(cx, value)
  else say(cx, problem.unknownAttribute, name.span, { name: path, suggestion: suggest(cx, path, attributes.keys()) })
}

function checkEvent(cx: Checking, { type, args, ago, at }: Extract<Ast.TestLine, { kind: 'eventData' }>): void {
  if (ago) checkDuration(cx, ago, 'zero')
  if (at) typeOf(cx, at)
  const { events, derived, openEvents } = cx.names
  const event = events.get(type.text)
  const built = derived.get(type.text)
  const suggestion = event || openEvents ? undefined : suggest(cx, type.text, events.keys())
  if (event) cx.meanings.set(type, event)
  if (built) say(cx, problem.derivedInTest, type.span, { name: type.text, from: built.types.map(({ name }) => name) })
  else if (!event && !openEvents) say(cx, problem.unknownEvent, type.span, { name: type.text, suggestion })
  else checkEventData(cx, args, event, type.text)
}

function checkEventData(cx: Checking, args: readonly Ast.DataArg[], event: Event | undefined, type: string): void {
  const seen = new Map<string, Span>()
  for (const arg of args) {
    const property = arg.name ? event?.properties.find(({ name }) => name === arg.name?.text) : primaryOf(event)
    const name = property?.name ?? arg.name?.text ?? 'subject'
    const before = seen.get(name)
    if (before) say(cx, problem.dataTwice, arg.span, { name }, [{ span: before, message: 'given here already' }])
    else seen.set(name, arg.span)
    if (property) checkData(cx, arg.value, property)
    else if (!event || event.open) keepData(cx, arg.value)
    else sayNoProperty(cx, arg, event, type)
  }
}

function sayNoProperty(cx: Checking, arg: Ast.DataArg, event: Event, type: string): void {
  const properties = event.properties.map(({ name }) => name)
  if (!arg.name) say(cx, problem.noPrimaryProperty, arg.span, { event: type, moment: false, properties })
  else {
    const name = arg.name.text
    const suggestion = suggest(cx, name, properties)
    say(cx, problem.unknownProperty, arg.name.span, { name, event: type, properties, suggestion })
  }
}

/** Data for what no rule reads: only that it is well written. */
function keepData(cx: Checking, value: Ast.DataValue): void {
  if (value.kind === 'unknownValue') return
  if (value.kind === 'list') {
    cx.types.set(value, types.list)
    for (const element of value.elements) keepData(cx, element)
  } else if (value.kind === 'name') cx.types.set(value, types.symbol)
  else typeOf(cx, value)
}

function checkData(cx: Checking, value: Ast.DataValue, symbol: AttributeSymbol | PropertySymbol): void {
  if (value.kind === 'unknownValue' || value.kind === 'hole') return
  const { type } = symbol
  if (value.kind === 'list' && (type.kind === 'list' || type.kind === 'broken')) {
    cx.types.set(value, type)
    for (const element of value.elements) checkDatum(cx, element, symbol)
  } else if (value.kind === 'list' || type.kind === 'list') {
    const params = {
      name: symbol.name,
      wanted: types.nounOf(type),
      written: textOf(value.span),
      list: type.kind === 'list',
    }
    say(cx, problem.dataOfOtherKind, value.span, params)
  } else checkDatum(cx, value, symbol)
}

function checkDatum(cx: Checking, value: Ast.Expr, symbol: AttributeSymbol | PropertySymbol): void {
  if (value.kind === 'name') cx.meanings.set(value, { kind: 'symbol', value: valueName(value) ?? textOf(value.span) })
  checkOperand(cx, value, symbol, symbol.type)
}

/** Without `now` a test runs at a day that nobody chose, so that a date in its data says nothing. */
function checkDates(cx: Checking, lines: readonly Ast.TestLine[]): void {
  const date = lines.flatMap(datesOf)[0]
  if (date) say(cx, problem.testNeedsNow, date, { date: textOf(date) })
}

function datesOf(line: Ast.TestLine): Span[] {
  if (line.kind === 'eventData')
    return [...(line.at ? [line.at.span] : []), ...line.args.flatMap(({ value }) => dateIn(value))]
  return line.kind === 'leadData' ? line.fields.flatMap(datesOfField) : []
}

function datesOfField({ value, fields }: Ast.DataField): Span[] {
  return value ? dateIn(value) : (fields ?? []).flatMap(datesOfField)
}

function dateIn(value: Ast.DataValue): Span[] {
  return value.kind === 'date' ? [value.span] : []
}
