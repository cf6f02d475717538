/** Names in statements: each form says what its parts see. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { findDecayShape } from '../words/lookup.ts'
import { type Checking, say, suggest } from './checking.ts'
import { alike } from './clues.ts'
import { type Definition, type Derived, named } from './names.ts'
import { resolve, resolveCondition, resolveListName, resolveNumber, resolveOperand, resolveRange } from './resolve.ts'
import { resolveParts, resolvePattern, resolveWindow } from './resolve-patterns.ts'
import { type EventAtHand, resolvePer, type Scope, type Sight, sights, use } from './scope.ts'

type Form<S> = (cx: Checking, statement: S) => void

const nothing = () => {}
const rules: Scope = { sight: sights.rule }

const forms = {
  model: nothing,
  timezone: nothing,
  import: nothing,
  lead: (cx, { fields }) => resolveFields(cx, fields),
  event: resolveEvent,
  listDecl: (cx, { name, list }) => {
    if (list.kind === 'list') resolve(cx, list, definition(cx, name))
  },
  let: (cx, { name, value }) => resolve(cx, value, definition(cx, name)),
  segment: (cx, { name, condition }) => resolveCondition(cx, condition, definition(cx, name)),
  score: resolveScore,
  group: (cx, group) => resolveBlock(cx, group, group.items),
  default: (cx, { setting }) => resolveModifier(cx, setting, rules),
  rule: resolveRule,
  grade: resolveGrade,
  qualify: resolveQualify,
  disqualify: (cx, { condition }) => resolveCondition(cx, condition, { sight: sights.disqualify }),
  promise: (cx, { condition, given }) => {
    const scope = { sight: sights.everything }
    resolveCondition(cx, condition, scope)
    if (given) resolveCondition(cx, given, scope)
  },
  test: resolveTest,
} satisfies { [K in Ast.Statement['kind']]: Form<Extract<Ast.Statement, { kind: K }>> }

/** Every name of every file. Tests count in the entry file only. */
export function resolveFiles(cx: Checking): void {
  cx.files.forEach(({ ast }, i) => {
    for (const statement of ast.statements) {
      if (i === 0 || statement.kind !== 'test') (forms[statement.kind] as Form<Ast.Statement>)(cx, statement)
    }
  })
}

/** Only of what this very statement defines: a second declaration of a name defines nothing. */
function definition(cx: Checking, name: Ast.Ident, sight: Sight = sights.definition): Scope {
  const symbol = cx.names.named.get(name.text)
  return { sight, owner: symbol?.span === name.span ? symbol : undefined }
}

function resolveFields(cx: Checking, fields: readonly Ast.Field[]): void {
  for (const { type, fields: nested } of fields) {
    if (nested) resolveFields(cx, nested)
    const unknown = type?.unknownIn
    if (unknown && unknown.kind !== 'list') resolveListName(cx, unknown, rules)
  }
}

function resolveEvent(cx: Checking, { name, fields, derivation }: Ast.EventDecl): void {
  if (fields) resolveFields(cx, fields)
  const owner = cx.names.derived.get(name.text)
  if (derivation) resolveDerivation(cx, derivation, { sight: sights.definition, owner })
}

/** Their events were looked up before, since the properties that they carry follow from that. */
function resolveDerivation(cx: Checking, derivation: Ast.Derivation, scope: Scope): void {
  const at = patternsOf(derivation).map(pattern => resolveParts(cx, pattern, scope))
  if (derivation.kind === 'union') return
  if (derivation.kind !== 'then') resolveNumber(cx, derivation.count, scope)
  if (derivation.kind !== 'nth') resolve(cx, derivation.within, scope)
  if (derivation.kind !== 'reach' && derivation.per) {
    for (const event of at) resolvePer(cx, derivation.per, { ...scope, event })
  }
}

const patterns = {
  union: ({ patterns, except }) => [...patterns, ...except],
  // biome-ignore lint/suspicious/noThenProperty: the name of a form; nobody awaits this table
  then: ({ first, second }) => [first, second],
  reach: ({ pattern }) => [pattern],
  nth: ({ pattern }) => [pattern],
} satisfies { [K in Ast.Derivation['kind']]: (derivation: Extract<Ast.Derivation, { kind: K }>) => Ast.Pattern[] }

export function patternsOf(derivation: Ast.Derivation): Ast.Pattern[] {
  return (patterns[derivation.kind] as (derivation: Ast.Derivation) => Ast.Pattern[])(derivation)
}

/** Whose events the derived ones are. */
export function carriersOf(derivation: Ast.Derivation): readonly Ast.Pattern[] {
  if (derivation.kind === 'union') return derivation.patterns
  return [derivation.kind === 'then' ? derivation.second : derivation.pattern]
}

function resolveScore(cx: Checking, score: Ast.ScoreDecl): void {
  const scope = definition(cx, score.name, sights.formula)
  if (score.items) resolveBlock(cx, score, score.items)
  else resolveHead(cx, score, scope)
  if (score.formula) resolveNumber(cx, score.formula, scope)
}

function resolveBlock(cx: Checking, head: Ast.BlockHead, items: readonly Ast.Item[]): void {
  resolveHead(cx, head, rules)
  for (const item of items) (forms[item.kind] as Form<Ast.Item>)(cx, item)
}

function resolveHead(cx: Checking, { cap, floor, weight, when }: Ast.BlockHead, scope: Scope): void {
  for (const value of [cap, floor, weight]) if (value) resolveNumber(cx, value, scope)
  if (when) resolveCondition(cx, when, scope)
}

function resolveRule(cx: Checking, rule: Ast.RuleDecl): void {
  if (cx.knownRules.has(rule)) return
  const { trigger, action, modifiers } = rule
  const event = resolveTrigger(cx, trigger)
  const scope = { ...rules, event }
  resolveAction(cx, action, scope)
  for (const modifier of modifiers) resolveModifier(cx, modifier, scope)
}

function resolveTrigger(cx: Checking, trigger: Ast.Trigger): EventAtHand | undefined {
  if (trigger.kind === 'always') return undefined
  if (trigger.kind === 'when') {
    resolveCondition(cx, trigger.condition, rules)
    return undefined
  }
  if (trigger.when) resolveCondition(cx, trigger.when, rules)
  return resolvePattern(cx, trigger.pattern, rules)
}

const actions = {
  add: (cx, { amount }, scope) => resolveNumber(cx, amount, scope),
  multiply: (cx, { factor }, scope) => resolveNumber(cx, factor, scope),
  reset: nothing,
  hole: nothing,
  pointsBy: (cx, { subject, rows }, scope) => {
    resolve(cx, subject, scope)
    for (const { cases, points } of rows) {
      for (const one of cases) resolveCase(cx, subject, one, scope)
      resolveNumber(cx, points, scope)
    }
  },
  pointsFirst: (cx, { rows }, scope) => {
    for (const { condition, points } of rows) {
      if (condition) resolveCondition(cx, condition, scope)
      resolveNumber(cx, points, scope)
    }
  },
} satisfies {
  [K in Ast.Action['kind']]: (cx: Checking, action: Extract<Ast.Action, { kind: K }>, scope: Scope) => void
}

function resolveAction(cx: Checking, action: Ast.Action, scope: Scope): void {
  ;(actions[action.kind] as (cx: Checking, action: Ast.Action, scope: Scope) => void)(cx, action, scope)
}

function resolveCase(cx: Checking, subject: Ast.Expr, one: Ast.Case, scope: Scope): void {
  if (one.kind === 'range') resolveRange(cx, subject, one, scope)
  if (one.kind !== 'value') return
  resolveOperand(cx, one.value, scope)
  alike(cx.clues, subject, one.value)
}

type Resolve<M> = (cx: Checking, modifier: M, scope: Scope) => void

const perValue: Resolve<{ readonly count?: Ast.Expr; readonly per?: Ast.Ident }> = (cx, { count, per }, scope) => {
  if (count) resolveNumber(cx, count, lead(scope))
  if (per && scope.event) resolvePer(cx, per, scope)
}
const bound: Resolve<{ readonly value: Ast.Expr }> = (cx, { value }, scope) => resolveNumber(cx, value, lead(scope))

const modifiers = {
  cooldown: (cx, { duration }, scope) => resolve(cx, duration, lead(scope)),
  decay: resolveDecay,
  window: (cx, { window }, scope) => resolveWindow(cx, window, scope),
  first: perValue,
  once: perValue,
  atMost: perValue,
  cap: bound,
  floor: bound,
  weight: bound,
  label: nothing,
  no: nothing,
} satisfies { [K in Ast.Modifier['kind']]: Resolve<Extract<Ast.Modifier, { kind: K }>> }

function resolveModifier(cx: Checking, modifier: Ast.Modifier, scope: Scope): void {
  ;(modifiers[modifier.kind] as Resolve<Ast.Modifier>)(cx, modifier, scope)
}

/** A rule's modifiers are about all its events, so that no single one is at hand. */
function lead(scope: Scope): Scope {
  return { ...scope, event: undefined }
}

/** A name that fills a slot of a decay is a `let`. */
function resolveDecay(cx: Checking, { phrase, after }: Ast.DecayMod, scope: Scope): void {
  for (const slot of findDecayShape(cx.vocabulary, phrase)?.slots ?? []) {
    if (slot.kind === 'paren') resolve(cx, slot, lead(scope))
    if (slot.kind === 'ident') resolveSlot(cx, slot, scope)
  }
  if (after) resolve(cx, after, lead(scope))
}

function resolveSlot(cx: Checking, slot: Ast.Ident, scope: Scope): void {
  const symbol = cx.names.named.get(slot.text)
  if (symbol?.kind === 'let') cx.meanings.set(slot, use(cx, symbol, scope))
  else {
    const suggestion = suggest(
      cx,
      slot.text,
      named(cx.names, 'let').map(({ name }) => name),
    )
    say(cx, problem.unknownName, slot.span, { name: slot.text, suggestion })
  }
}

function resolveGrade(cx: Checking, { name, from, rows, joined }: Ast.GradeDecl): void {
  const scope = definition(cx, name, sights.grade)
  if (from) resolveScoreName(cx, from, scope)
  for (const part of joined ?? []) resolveGradeName(cx, part, scope)
  for (const { at, when } of rows ?? []) {
    if (at) resolveNumber(cx, at, scope)
    if (when) resolveCondition(cx, when, scope)
  }
}

function resolveScoreName(cx: Checking, ident: Ast.Ident, scope: Scope): void {
  const symbol = cx.names.named.get(ident.text)
  if (symbol?.kind === 'score') cx.meanings.set(ident, use(cx, symbol, scope))
  else say(cx, problem.unknownScore, ident.span, missing(cx, ident, 'score'))
}

function resolveGradeName(cx: Checking, ident: Ast.Ident, scope: Scope): void {
  const symbol = cx.names.named.get(ident.text)
  if (symbol?.kind === 'grade') cx.meanings.set(ident, use(cx, symbol, scope))
  else say(cx, problem.unknownGrade, ident.span, missing(cx, ident, 'grade'))
}

function missing(cx: Checking, { text }: Ast.Ident, kind: 'score' | 'grade') {
  const names = named(cx.names, kind).map(symbol => symbol.name)
  return { name: text, suggestion: suggest(cx, text, names), names }
}

function resolveQualify(cx: Checking, { stage, at, of, until, when }: Ast.Qualify): void {
  const owner = cx.names.named.get(stage?.text ?? 'qualified')
  const scope: Scope = { sight: sights.qualify, owner: owner?.kind === 'stage' ? (owner as Definition) : undefined }
  for (const value of [at, until]) if (value) resolveNumber(cx, value, scope)
  if (of) resolveScoreName(cx, of, scope)
  if (when) resolveCondition(cx, when, scope)
}

/** The data of tests are literals, which have no names to look up. */
function resolveTest(cx: Checking, { lines }: Ast.Test): void {
  const scope = { sight: sights.everything }
  for (const line of lines) {
    if (line.kind === 'eventData' && line.ago) resolve(cx, line.ago, scope)
    if (line.kind !== 'expect') continue
    if (line.in) resolve(cx, line.in, scope)
    if (line.that.kind === 'holds') resolveCondition(cx, line.that.condition, scope)
  }
}

/** Looks up the events of derived events, which must be known before anything about their properties is. */
export function derivationsOf(cx: Checking): { readonly symbol: Derived; readonly derivation: Ast.Derivation }[] {
  return [...cx.names.derived.values()].flatMap(symbol =>
    symbol.declaration.derivation ? [{ symbol, derivation: symbol.declaration.derivation }] : [],
  )
}
