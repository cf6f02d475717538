/** How many points rules, groups and scores can give: sums of bounds, so "at most" and "at least", never "exactly". */
import type { Ast, ScoreSymbol, Understood } from '@merit-lang/language'
import { anything, clamped, either, exactly, negative, nothing, orNothing, plus, type Reach, times } from './reach.ts'
import { mayBeUnknown, type Reading, valueReach } from './values.ts'

const known = new WeakMap<Understood, Reading>()

function readingOf(understood: Understood): Reading {
  const before = known.get(understood)
  if (before) return before
  const reaches = new Map<object, Reach>()
  const reading: Reading = {
    understood,
    of: symbol => {
      const found = reaches.get(symbol) ?? anything
      if (reaches.has(symbol)) return found
      reaches.set(symbol, anything)
      const { kind } = symbol
      const reach = kind === 'score' ? ofScore(reading, symbol) : valueReach(reading, symbol.declaration.value)
      reaches.set(symbol, reach)
      return reach
    },
  }
  known.set(understood, reading)
  return reading
}

export function scoreReach(understood: Understood, score: ScoreSymbol): Reach {
  return readingOf(understood).of(score)
}

export function ruleReach(understood: Understood, rule: Ast.RuleDecl): Reach {
  return ofRule(readingOf(understood), rule)
}

function ofScore(cx: Reading, { declaration, items }: ScoreSymbol): Reach {
  if (declaration?.formula) return bounded(cx, ofFormula(cx, declaration.formula), declaration)
  return ofBlock(cx, items ?? [], declaration ?? {})
}

/** Without one of its inputs it is 0. */
function ofFormula(cx: Reading, formula: Ast.Expr): Reach {
  const reach = valueReach(cx, formula)
  return mayBeUnknown(cx.understood, formula) ? orNothing(reach) : reach
}

function ofBlock(cx: Reading, items: readonly Ast.Item[], head: Ast.BlockHead): Reach {
  const sum = items.map(item => ofItem(cx, item)).reduce(plus, nothing)
  const multiplied = items.map(item => factorOf(cx, item)).reduce(times, sum)
  const reach = bounded(cx, multiplied, head)
  const weighted = head.weight ? times(reach, valueReach(cx, head.weight)) : reach
  return head.when ? orNothing(weighted) : weighted
}

function bounded(cx: Reading, reach: Reach, { cap, floor }: Ast.BlockHead): Reach {
  return clamped(reach, cap && limit(cx, cap, 'high'), floor && limit(cx, floor, 'low'))
}

function ofItem(cx: Reading, item: Ast.Item): Reach {
  if (item.kind === 'default') return nothing
  return item.kind === 'group' ? ofBlock(cx, item.items, item) : ofRule(cx, item)
}

/** A multiplier takes hold or does not. */
function factorOf(cx: Reading, item: Ast.Item): Reach {
  const isFactor = item.kind === 'rule' && item.action.kind === 'multiply'
  return isFactor ? either(exactly(1), valueReach(cx, (item.action as Multiply).factor)) : exactly(1)
}

type Multiply = Extract<Ast.Action, { kind: 'multiply' }>

function ofRule(cx: Reading, { trigger, action, modifiers }: Ast.RuleDecl): Reach {
  const once = ofAction(cx, action, trigger)
  const all = trigger.kind === 'on' ? times(orNothing(once), { low: 0, high: mostEvents(cx, modifiers) }) : once
  const [cap, floor, weight] = (['cap', 'floor', 'weight'] as const).map(kind => saidIn(modifiers, kind))
  const reach = clamped(all, cap && limit(cx, cap, 'high'), floor && limit(cx, floor, 'low'))
  return orNothing(weight ? times(reach, valueReach(cx, weight)) : reach)
}

function saidIn(modifiers: readonly Ast.Modifier[], kind: 'cap' | 'floor' | 'weight'): Ast.Expr | undefined {
  const found = modifiers.find(modifier => modifier.kind === kind)
  return found && 'value' in found ? found.value : undefined
}

/** A bound that is unknown does not bind. */
function limit(cx: Reading, bound: Ast.Expr, open: keyof Reach): Reach {
  const reach = valueReach(cx, bound)
  return mayBeUnknown(cx.understood, bound) ? { ...reach, [open]: anything[open] } : reach
}

function ofAction(cx: Reading, action: Ast.Action, trigger: Ast.Trigger): Reach {
  return (actions[action.kind] as (action: Ast.Action, cx: Reading, trigger: Ast.Trigger) => Reach)(action, cx, trigger)
}

const actions = {
  add: ({ sign, amount, perMatch }, cx, trigger) => {
    const points = valueReach(cx, amount)
    const signed = sign === 'add' ? points : negative(points)
    return perMatch ? times(signed, { low: 0, high: mostMatches(trigger) }) : signed
  },
  pointsBy: ({ rows }, cx) => ofRows(cx, rows),
  pointsFirst: ({ rows }, cx) => ofRows(cx, rows),
  multiply: () => nothing,
  reset: () => nothing,
  hole: () => anything,
} satisfies {
  [K in Ast.Action['kind']]: (action: Extract<Ast.Action, { kind: K }>, cx: Reading, trigger: Ast.Trigger) => Reach
}

const ofRows = (cx: Reading, rows: readonly { readonly points: Ast.Expr }[]) =>
  either(nothing, ...rows.map(({ points }) => valueReach(cx, points)))

/** `per match` counts the listed values that are found. */
function mostMatches(trigger: Ast.Trigger): number {
  const condition = trigger.kind === 'when' ? trigger.condition : undefined
  const list = condition?.kind === 'wordTest' && condition.operand.kind === 'list' ? condition.operand : undefined
  return list ? list.elements.length : Infinity
}

/** Decay only takes away, so that an event never gives more than at first. */
function mostEvents(cx: Reading, modifiers: readonly Ast.Modifier[]): number {
  return Math.min(...modifiers.map(modifier => limitOf(cx, modifier)))
}

function limitOf(cx: Reading, modifier: Ast.Modifier): number {
  if (!('per' in modifier) && modifier.kind === 'once') return 1
  if (modifier.kind === 'first' && !modifier.per) return modifier.count ? valueReach(cx, modifier.count).high : 1
  return modifier.kind === 'atMost' && !modifier.per ? valueReach(cx, modifier.count).high : Infinity
}
