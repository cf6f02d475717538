/** Collects what the files declare into the tables of names. Two declarations of one name are reported at the later one. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { freeEmailDomains } from '../words/free-email-domains.ts'
import { type Checking, say } from './checking.ts'
import { declareEvent, declareLead } from './fields.ts'
import type { Derived, Event, Named } from './names.ts'
import { broken } from './types.ts'

type Declare<S> = (cx: Checking, statement: S) => void

const nothing = () => {}

const declaring = {
  model: nothing,
  timezone: nothing,
  import: nothing,
  lead: declareLead,
  event: declareEvent,
  listDecl: (cx, declaration) => {
    const { name } = declaration
    declareName(cx, name, { kind: 'list', name: name.text, values: [], builtIn: false, declaration, span: name.span })
  },
  let: (cx, declaration) => {
    const { name } = declaration
    declareName(cx, name, { kind: 'let', name: name.text, type: broken, declaration, span: name.span })
  },
  segment: (cx, declaration) => {
    const { name } = declaration
    declareName(cx, name, { kind: 'segment', name: name.text, declaration, span: name.span })
  },
  score: (cx, declaration) => {
    const { name, items } = declaration
    declareName(cx, name, { kind: 'score', name: name.text, declaration, items, span: name.span })
  },
  group: nothing,
  default: nothing,
  rule: nothing,
  grade: (cx, declaration) => {
    const { name } = declaration
    declareName(cx, name, { kind: 'grade', name: name.text, labels: [], declaration, span: name.span })
  },
  qualify: declareStage,
  disqualify: nothing,
  promise: nothing,
  test: nothing,
} satisfies { [K in Ast.Statement['kind']]: Declare<Extract<Ast.Statement, { kind: K }>> }

export function declareAll(cx: Checking): void {
  declareBuiltIns(cx)
  for (const { ast } of cx.files) {
    for (const statement of ast.statements) (declaring[statement.kind] as Declare<Ast.Statement>)(cx, statement)
  }
  declareTotal(cx)
  for (const symbol of cx.names.named.values()) refuseAttributeOfSameName(cx, symbol)
  for (const event of [...cx.names.events.values(), ...cx.names.derived.values()]) refuseDateOfSameName(cx, event)
}

function declareBuiltIns(cx: Checking): void {
  const name = 'free_email_domains'
  cx.names.named.set(name, { kind: 'list', name, values: freeEmailDomains, builtIn: true })
}

function declareName(cx: Checking, { text: name, span }: Ast.Ident, symbol: Named): void {
  const before = cx.names.named.get(name)
  if (before) duplicate(cx, name, span, before.span)
  else cx.names.named.set(name, symbol)
}

export function duplicate(cx: Checking, name: string, span: Span, before: Span | undefined): void {
  const related = before ? [{ span: before, message: `\`${name}\` is declared here` }] : []
  say(cx, problem.duplicateName, span, { name, builtIn: !before }, related)
}

/** Several lines of a stage are one stage. */
function declareStage(cx: Checking, declaration: Ast.Qualify): void {
  const name = declaration.stage?.text ?? 'qualified'
  const span = declaration.stage?.span ?? declaration.span
  const before = cx.names.named.get(name)
  if (before?.kind === 'stage') before.lines.push({ declaration })
  else if (before) duplicate(cx, name, span, before.span)
  else cx.names.named.set(name, { kind: 'stage', name, lines: [{ declaration }], span })
}

/** Rules outside any block belong to the score `total`, those of imported files first. */
function declareTotal(cx: Checking): void {
  const items = looseItems(cx)
  const first = items.find(item => item.kind !== 'default')
  if (!first) {
    for (const { span } of items) say(cx, problem.defaultWithoutRules, span, {})
    return
  }
  const before = cx.names.named.get('total')
  if (before?.span) {
    const related = [{ span: before.span, message: '`total` is declared here' }]
    say(cx, problem.rulesBesideTotal, first.span, {}, related)
  } else cx.names.named.set('total', { kind: 'score', name: 'total', items, span: first.span })
}

function looseItems({ files: [entry, ...imported] }: Checking): Ast.Item[] {
  return [...imported, ...(entry ? [entry] : [])].flatMap(({ ast }) => ast.statements.filter(isItem))
}

function isItem(statement: Ast.Statement): statement is Ast.Item {
  return statement.kind === 'rule' || statement.kind === 'group' || statement.kind === 'default'
}

/** As a pattern the name could mean either. */
function refuseDateOfSameName(cx: Checking, { name, span }: Event | Derived): void {
  const attribute = cx.names.attributes.get(name)
  if (attribute?.type.kind !== 'date') return
  say(cx, problem.eventAndDate, span, { name }, [{ span: attribute.span, message: 'the date' }])
}

function refuseAttributeOfSameName(cx: Checking, { name, span }: Named): void {
  const attribute = cx.names.attributes.get(name)
  if (!attribute || !span) return
  if (attribute.span.source === span.source && attribute.span.start > span.start)
    duplicate(cx, name, attribute.span, span)
  else duplicate(cx, name, span, attribute.span)
}
