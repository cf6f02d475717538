/** Rules: what triggers them, what they give, and the modifiers that go with each. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { textOf } from '../syntax/source.ts'
import { findTextOperator } from '../words/lookup.ts'
import { type Checking, say } from './checking.ts'
import { unwrap } from './clues.ts'
import { constantOf } from './constants.ts'
import { checkDecay } from './decays.ts'
import { checkCondition, checkCount, checkDuration, checkNumber } from './expressions.ts'
import { checkPattern, checkWindows, nameOfWindow, sayTwice } from './patterns.ts'
import { checkPointsBy, checkPointsFirst } from './tables.ts'

export function checkRule(cx: Checking, rule: Ast.RuleDecl, inBlock: boolean): void {
  if (cx.knownRules.has(rule)) return
  const { trigger, modifiers } = rule
  checkTrigger(cx, trigger)
  checkAction(cx, rule, inBlock)
  for (const modifier of modifiers) checkModifier(cx, modifier)
  checkPlaces(cx, rule)
  checkTwice(cx, rule)
  checkBounds(cx, rule)
}

function checkTrigger(cx: Checking, trigger: Ast.Trigger): void {
  if (trigger.kind === 'when') checkCondition(cx, trigger.condition)
  if (trigger.kind !== 'on') return
  checkPattern(cx, trigger.pattern)
  if (trigger.when) checkCondition(cx, trigger.when)
}

type Check<A> = (cx: Checking, action: A, rule: Ast.RuleDecl, inBlock: boolean) => void

const actions = {
  add: (cx, { amount, perMatch, span }, { trigger }) => {
    checkNumber(cx, amount, 'The points')
    if (perMatch && !countsMatches(cx, trigger)) say(cx, problem.perMatchWithoutList, span, {})
  },
  pointsBy: checkPointsBy,
  pointsFirst: checkPointsFirst,
  multiply: (cx, { factor, span }, { trigger }) => {
    checkNumber(cx, factor, 'The factor')
    const value = literal(factor)
    const written = textOf(factor.span)
    if (value === undefined || value < 0)
      say(cx, problem.factorNotWritten, factor.span, { written, what: 'multiply by' })
    if (trigger.kind !== 'when') say(cx, problem.multiplyNeedsWhen, span, { trigger: trigger.kind })
  },
  reset: (cx, { span }, { trigger }, inBlock) => {
    if (trigger.kind !== 'on') say(cx, problem.resetNeedsEvent, span, {})
    else if (!inBlock) say(cx, problem.resetOutsideBlock, span, { event: trigger.pattern.name.text })
    else if (trigger.when) say(cx, problem.resetWithCondition, trigger.when.span, {})
  },
  hole: () => {},
} satisfies { [K in Ast.Action['kind']]: Check<Extract<Ast.Action, { kind: K }>> }

function checkAction(cx: Checking, rule: Ast.RuleDecl, inBlock: boolean): void {
  ;(actions[rule.action.kind] as Check<Ast.Action>)(cx, rule.action, rule, inBlock)
}

/** `contains any of […]`, also of words, is what a number of matches can be told of. */
function countsMatches(cx: Checking, trigger: Ast.Trigger): boolean {
  const condition = trigger.kind === 'when' ? unwrap(trigger.condition) : undefined
  if (condition?.kind !== 'wordTest') return false
  const words = condition.words.map(word => word.text)
  const found = findTextOperator(cx.vocabulary, words)
  return !condition.negated && (found === undefined || found.many === 'any')
}

function literal(expr: Ast.Expr): number | undefined {
  return expr.kind === 'number' || expr.kind === 'percent' ? expr.value : undefined
}

type CheckModifier<M> = (cx: Checking, modifier: M) => void

const checking = {
  cooldown: (cx, { duration }) => checkDuration(cx, duration),
  decay: checkDecay,
  // Together with those of the pattern, in `checkTwice`.
  window: () => {},
  first: (cx, { count }) => count && checkCount(cx, count, 'first '),
  once: () => {},
  atMost: (cx, { count }) => checkCount(cx, count, 'at most '),
  cap: (cx, { value }) => checkNumber(cx, value, 'The cap'),
  floor: (cx, { value }) => checkNumber(cx, value, 'The floor'),
  weight: (cx, { value }) => checkWeight(cx, value),
  label: () => {},
  no: () => {},
} satisfies { [K in Ast.Modifier['kind']]: CheckModifier<Extract<Ast.Modifier, { kind: K }>> }

export function checkModifier(cx: Checking, modifier: Ast.Modifier): void {
  ;(checking[modifier.kind] as CheckModifier<Ast.Modifier>)(cx, modifier)
}

export function checkWeight(cx: Checking, value: Ast.Expr): void {
  if (value.kind === 'hole') return
  checkNumber(cx, value, 'The weight')
  const weight = literal(value)
  if (weight === undefined || weight < 0) {
    say(cx, problem.factorNotWritten, value.span, { written: textOf(value.span), what: 'weight' })
  }
}

/** What each modifier is called, and whether it says something about events. */
const places = {
  cooldown: { name: 'cooldown', ofEvents: true },
  decay: { name: 'decay', ofEvents: true },
  window: { name: 'within', ofEvents: true },
  first: { name: 'first', ofEvents: true },
  once: { name: 'once', ofEvents: true },
  atMost: { name: 'at most', ofEvents: true },
  cap: { name: 'cap', ofEvents: false },
  floor: { name: 'floor', ofEvents: false },
  weight: { name: 'weight', ofEvents: false },
  label: { name: 'as', ofEvents: false },
  no: { name: 'no', ofEvents: true },
} satisfies { [K in Ast.Modifier['kind']]: { readonly name: string; readonly ofEvents: boolean } }

function nameOf(modifier: Ast.Modifier): string {
  if (modifier.kind === 'window') return nameOfWindow(modifier.window)
  return modifier.kind === 'no' ? `no ${modifier.what}` : places[modifier.kind].name
}

/** Modifiers of events need events; a factor and a reset give no points that could be modified. */
function checkPlaces(cx: Checking, { trigger, action, modifiers }: Ast.RuleDecl): void {
  const pointless = action.kind === 'multiply' || action.kind === 'reset' ? action.kind : undefined
  for (const modifier of modifiers) {
    const params = { modifier: nameOf(modifier) }
    if (pointless && modifier.kind !== 'label')
      say(cx, problem.modifierWithoutPoints, modifier.span, { ...params, action: pointless })
    else if (trigger.kind !== 'on' && places[modifier.kind].ofEvents)
      say(cx, problem.modifierNeedsEvents, modifier.span, params)
  }
}

/** What a modifier decides; of each, one may stand in a rule. */
function decisionOf(modifier: Ast.Modifier): string {
  if (modifier.kind === 'no') return modifier.what
  return modifier.kind === 'atMost' ? 'once' : modifier.kind
}

function checkTwice(cx: Checking, { trigger, modifiers }: Ast.RuleDecl): void {
  if (modifiers.length === 0) return
  const seen = new Map<string, Span>()
  const windows = trigger.kind === 'on' ? trigger.pattern.windows : []
  for (const window of windows) seen.set(window.kind, window.span)
  checkWindowModifiers(cx, modifiers, seen)
  for (const modifier of modifiers) {
    if (modifier.kind === 'window' || (trigger.kind !== 'on' && places[modifier.kind].ofEvents)) continue
    const decision = decisionOf(modifier)
    const before = seen.get(decision)
    if (before) sayTwice(cx, modifier.span, before)
    else seen.set(decision, modifier.span)
  }
}

function checkWindowModifiers(cx: Checking, modifiers: readonly Ast.Modifier[], seen: Map<string, Span>): void {
  for (const modifier of modifiers) {
    if (modifier.kind !== 'window') continue
    const { window, span } = modifier
    const before = seen.get(window.kind)
    if (before) sayTwice(cx, span, before)
    else seen.set(window.kind, span)
    checkWindows(cx, [window])
  }
}

/** `subtract 5 cap 20` never reaches its cap: what is taken away is bounded from below. */
function checkBounds(cx: Checking, { action, modifiers }: Ast.RuleDecl): void {
  const [cap, floor] = [modifiers.find(isCap), modifiers.find(isFloor)]
  checkCapAboveFloor(cx, cap?.value, floor?.value)
  const value = cap && constantOf(cx, cap.value)
  if (action.kind !== 'add' || action.sign !== 'subtract' || value === undefined || value <= 0) return
  if ((constantOf(cx, action.amount) ?? 0) < 0) return
  say(cx, problem.subtractWithCap, (cap as Bound).span, { cap: value, written: textOf((cap as Bound).value.span) })
}

type Bound = Extract<Ast.Modifier, { kind: 'cap' | 'floor' }>
const isCap = (modifier: Ast.Modifier): modifier is Bound => modifier.kind === 'cap'
const isFloor = (modifier: Ast.Modifier): modifier is Bound => modifier.kind === 'floor'

export function checkCapAboveFloor(cx: Checking, cap: Ast.Expr | undefined, floor: Ast.Expr | undefined): void {
  const high = cap && constantOf(cx, cap)
  const low = floor && constantOf(cx, floor)
  if (!cap || !floor || high === undefined || low === undefined || high > low) return
  const params = {
    cap: textOf(cap.span),
    floor: textOf(floor.span),
    capSpan: cap.span,
    floorSpan: floor.span,
    equal: high === low,
  }
  say(cx, problem.capBelowFloor, cap.span, params, [{ span: floor.span, message: 'the floor is here' }])
}
