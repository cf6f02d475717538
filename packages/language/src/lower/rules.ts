/** Rules and the blocks that hold them. */
import type { Block, Case, Multiplier, Rule } from '@merit-lang/runtime'
import { ruleId } from '../check/rule-id.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { constant, multiply, negate } from '../words/kernel.ts'
import { conditionOf, readOf } from './conditions.ts'
import { innerScope, type Reset, type Scope } from './context.ts'
import { constantOf, lowerExpr } from './expressions.ts'
import { type Defaults, lowerOptional, modifierOf, onEvents } from './modifiers.ts'
import { lowerPattern } from './patterns.ts'
import { casesBy, casesFirst, pointsOf } from './tables.ts'
import { matchCount } from './tests.ts'
import { placeOf, written } from './texts.ts'

export interface BlockSource extends Ast.BlockHead {
  readonly name: string
  readonly items: readonly Ast.Item[]
  readonly span: Span
}

/** What stands before its `{` belongs to the block around it; resets and defaults hold from the `{` on, wherever in it they stand. */
export function lowerBlock(source: BlockSource, outerDefaults: Defaults, outer: Scope): Block {
  const { items } = source
  const scope = innerScope(outer, resetsOf(items, outer))
  const defaults = defaultsIn(items, outerDefaults)
  return {
    kind: 'block',
    name: source.name,
    when: source.when && conditionOf(source.when, outer),
    items: items.flatMap(item => lowerItem(item, defaults, scope)),
    multipliers: items.flatMap(item => lowerMultiplier(item, scope)),
    cap: lowerOptional(source.cap, outer),
    floor: lowerOptional(source.floor, outer),
    weight: source.weight && constantOf(source.weight, outer),
    span: placeOf(source.span),
  }
}

function resetsOf(items: readonly Ast.Item[], outer: Scope): readonly Reset[] {
  return items.flatMap(item => {
    if (item.kind !== 'rule' || item.action.kind !== 'reset' || item.trigger.kind !== 'on') return []
    const { pattern, when } = item.trigger
    const set = lowerPattern(pattern, outer)
    const last = when ? { op: 'filter' as const, set, where: lowerExpr(when, outer) } : set
    return [{ text: `since last ${written(pattern.span)}`, last }]
  })
}

/** Those of the block, before those of the blocks around it. */
function defaultsIn(items: readonly Ast.Item[], outer: Defaults): Defaults {
  const settings = items.flatMap(item => (item.kind === 'default' ? [item.setting] : []))
  const windows = settings.flatMap(setting =>
    setting.kind === 'window' ? [[setting.window.kind, setting.window]] : [],
  )
  return {
    decay: settings.find(setting => setting.kind === 'decay') ?? outer.decay,
    cooldown: settings.find(setting => setting.kind === 'cooldown') ?? outer.cooldown,
    windows: { ...outer.windows, ...Object.fromEntries(windows) },
  }
}

function lowerItem(item: Ast.Item, defaults: Defaults, scope: Scope): readonly (Rule | Block)[] {
  if (item.kind === 'group') return [lowerBlock({ ...item, name: item.name.text }, defaults, scope)]
  return item.kind === 'rule' ? lowerRule(item, defaults, scope) : []
}

type ActionOf<K extends Ast.Action['kind']> = Extract<Ast.Action, { kind: K }>

/** What a rule's action says about points; nothing where it gives none itself. */
const actions = {
  add: (action, rule, scope) => ({ cases: [plainCase(action, rule, scope)] }),
  pointsBy: (action, _, scope) => ({ cases: casesBy(action, scope), subject: readOf(action.subject, scope) }),
  pointsFirst: (action, _, scope) => ({ cases: casesFirst(action, scope) }),
  multiply: () => undefined,
  reset: () => undefined,
  hole: () => undefined,
} satisfies {
  [K in Ast.Action['kind']]: (
    action: ActionOf<K>,
    rule: Ast.RuleDecl,
    scope: Scope,
  ) => Pick<Rule, 'cases' | 'subject'> | undefined
}

function lowerRule(rule: Ast.RuleDecl, defaults: Defaults, scope: Scope): readonly Rule[] {
  const { action, trigger } = rule
  const pointsOfAction: (
    action: never,
    rule: Ast.RuleDecl,
    scope: Scope,
  ) => Pick<Rule, 'cases' | 'subject'> | undefined = actions[action.kind]
  const points = pointsOfAction(action as never, rule, scope)
  if (!points) return []
  const when = ruleWhen(rule)
  return [
    {
      kind: 'rule',
      ...ruleId(rule),
      when: when && conditionOf(when, scope),
      on: trigger.kind === 'on' ? onEvents(rule, trigger.pattern, defaults, scope) : undefined,
      ...points,
      ...boundsOf(rule, scope),
      span: placeOf(rule.span),
    },
  ]
}

/** In `when C add N` the condition is the case's; everywhere else it is the rule's. */
function ruleWhen({ trigger, action }: Ast.RuleDecl): Ast.Expr | undefined {
  if (trigger.kind === 'on') return trigger.when
  return trigger.kind === 'when' && action.kind !== 'add' ? trigger.condition : undefined
}

function boundsOf(rule: Ast.RuleDecl, scope: Scope): Pick<Rule, 'cap' | 'floor' | 'weight'> {
  const weight = modifierOf(rule, 'weight')
  return {
    cap: lowerOptional(boundOf(rule, 'cap'), scope),
    floor: lowerOptional(boundOf(rule, 'floor'), scope),
    weight: weight && constantOf(weight.value, scope),
  }
}

type Bound = Extract<Ast.Modifier, { kind: 'cap' | 'floor' }>

function boundOf({ modifiers }: Ast.RuleDecl, kind: Bound['kind']): Ast.Expr | undefined {
  return modifiers.find((modifier): modifier is Bound => modifier.kind === kind)?.value
}

function plainCase({ sign, amount, perMatch }: ActionOf<'add'>, { trigger }: Ast.RuleDecl, scope: Scope): Case {
  const { points, reads } = pointsOf(amount, scope)
  const condition = trigger.kind === 'when' ? trigger.condition : undefined
  const each = sign === 'subtract' ? negate(points) : points
  return {
    text: '',
    when: condition && conditionOf(condition, scope),
    points: perMatch ? multiply(each, condition ? matchCount(condition, scope) : constant(0)) : each,
    reads,
  }
}

function lowerMultiplier(item: Ast.Item, scope: Scope): readonly Multiplier[] {
  if (item.kind !== 'rule' || item.action.kind !== 'multiply' || item.trigger.kind !== 'when') return []
  return [
    {
      kind: 'multiplier',
      id: ruleId(item).id,
      when: conditionOf(item.trigger.condition, scope),
      factor: constantOf(item.action.factor, scope),
      span: placeOf(item.span),
    },
  ]
}
