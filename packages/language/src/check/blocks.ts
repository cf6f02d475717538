/** Scores and groups: their bounds, their defaults, and that no two rules of a block are the same. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { duplicate } from './declare.ts'
import { checkCondition, checkNumber } from './expressions.ts'
import type { Score } from './names.ts'
import { checkWindows, sayTwice } from './patterns.ts'
import { ruleId } from './rule-id.ts'
import { checkCapAboveFloor, checkModifier, checkRule, checkWeight } from './rules.ts'

export function checkScore(cx: Checking, { declaration, items }: Score): void {
  if (declaration) checkHead(cx, declaration)
  if (declaration?.formula) checkFormula(cx, declaration, declaration.formula)
  if (items) checkItems(cx, items, declaration !== undefined)
}

function checkFormula(cx: Checking, { weight }: Ast.ScoreDecl, formula: Ast.Expr): void {
  checkNumber(cx, formula, 'A score')
  if (weight) say(cx, problem.weightOnFormula, weight.span, {})
}

function checkHead(cx: Checking, { cap, floor, weight, when }: Ast.BlockHead): void {
  if (cap) checkNumber(cx, cap, 'The cap')
  if (floor) checkNumber(cx, floor, 'The floor')
  if (weight) checkWeight(cx, weight)
  if (when) checkCondition(cx, when)
  checkCapAboveFloor(cx, cap, floor)
}

const items = {
  rule: checkRule,
  group: (cx, group) => {
    checkHead(cx, group)
    checkItems(cx, group.items, true)
  },
  default: checkDefault,
} satisfies {
  [K in Ast.Item['kind']]: (cx: Checking, item: Extract<Ast.Item, { kind: K }>, inBlock: boolean) => void
}

/** `inBlock`: inside a score or a group, which a reset needs. */
export function checkItems(cx: Checking, list: readonly Ast.Item[], inBlock: boolean): void {
  for (const item of list)
    (items[item.kind] as (cx: Checking, item: Ast.Item, inBlock: boolean) => void)(cx, item, inBlock)
  checkDefaultsOnce(cx, list)
  checkDistinct(cx, list)
}

function checkDefault(cx: Checking, { setting }: Ast.Default): void {
  if (setting.kind === 'window') checkWindows(cx, [setting.window])
  else checkModifier(cx, setting)
}

function checkDefaultsOnce(cx: Checking, list: readonly Ast.Item[]): void {
  const seen = new Map<string, Span>()
  for (const item of list) {
    if (item.kind !== 'default') continue
    const { setting, span } = item
    const kind = setting.kind === 'window' ? setting.window.kind : setting.kind
    const before = seen.get(kind)
    if (before) sayTwice(cx, span, before)
    else seen.set(kind, span)
  }
}

/** Rules by their label or text, groups by their name. */
function checkDistinct(cx: Checking, list: readonly Ast.Item[]): void {
  const rules = new Map<string, Span>()
  const groups = new Map<string, Span>()
  for (const item of list) {
    if (item.kind === 'rule') checkRuleOnce(cx, item, rules)
    if (item.kind !== 'group') continue
    const { text, span } = item.name
    if (groups.has(text)) duplicate(cx, text, span, groups.get(text))
    else groups.set(text, span)
  }
}

function checkRuleOnce(cx: Checking, rule: Ast.RuleDecl, seen: Map<string, Span>): void {
  if (rule.action.kind === 'hole') return
  const { id, labelled } = ruleId(rule)
  const before = seen.get(id)
  if (before) {
    const related = [{ span: before, message: labelled ? 'the other rule of this name' : 'the same rule' }]
    say(cx, problem.equalRules, rule.span, { label: labelled ? id : undefined }, related)
  } else seen.set(id, rule.span)
}
