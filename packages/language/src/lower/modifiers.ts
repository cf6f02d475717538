/** What stands after a rule's points, with the defaults of the blocks around it. */
import type { EventSet, EventStep, Expr, OnEvents } from '@merit-lang/runtime'
import type * as Ast from '../syntax/ast.ts'
import { constant, max, subtract } from '../words/kernel.ts'
import { findDecayShape, findLimit } from '../words/lookup.ts'
import type { Scope } from './context.ts'
import { constantOf, lowerExpr, lowerMeaning } from './expressions.ts'
import { lowerBare, lowerPer, lowerWindow } from './patterns.ts'
import { written } from './texts.ts'

/** What the nearest block that says so gives to each event rule that says nothing. */
export interface Defaults {
  readonly decay?: Ast.DecayMod
  readonly cooldown?: Ast.CooldownMod
  readonly windows: WindowDefaults
}
export type WindowDefaults = { readonly [K in Ast.Window['kind']]?: Ast.Window }

type ModifierOf<K extends Ast.Modifier['kind']> = Extract<Ast.Modifier, { kind: K }>

export function modifierOf<K extends Ast.Modifier['kind']>(rule: Ast.RuleDecl, kind: K): ModifierOf<K> | undefined {
  return rule.modifiers.find((modifier): modifier is ModifierOf<K> => modifier.kind === kind)
}

function optsOut(rule: Ast.RuleDecl, what: ModifierOf<'no'>['what']): boolean {
  return rule.modifiers.some(modifier => modifier.kind === 'no' && modifier.what === what)
}

export function onEvents(rule: Ast.RuleDecl, pattern: Ast.Pattern, defaults: Defaults, scope: Scope): OnEvents {
  const decay = modifierOf(rule, 'decay') ?? (optsOut(rule, 'decay') ? undefined : defaults.decay)
  return { steps: stepsOf(rule, pattern, defaults, scope), decay: decay && lowerDecay(decay, scope) }
}

/** One step of the fixed order: from what the steps before it left to what it leaves. */
interface Narrowing {
  readonly text: string
  readonly narrow: (set: EventSet) => EventSet
}

function stepsOf(rule: Ast.RuleDecl, pattern: Ast.Pattern, defaults: Defaults, scope: Scope): readonly EventStep[] {
  const bare = { source: pattern.span.source, start: pattern.span.start, end: endOfBare(pattern) }
  const steps: EventStep[] = [{ text: written(bare), set: lowerBare(pattern, scope) }]
  for (const { text, narrow } of narrowings(rule, pattern, defaults, scope))
    steps.push({ text, set: narrow((steps.at(-1) as EventStep).set) })
  return steps
}

function endOfBare({ span, windows }: Ast.Pattern): number {
  return windows[0]?.span.start ?? span.end
}

/** Reset, cooldown, first, windows, limits. */
function narrowings(rule: Ast.RuleDecl, pattern: Ast.Pattern, defaults: Defaults, scope: Scope): readonly Narrowing[] {
  const cooldown = modifierOf(rule, 'cooldown') ?? (optsOut(rule, 'cooldown') ? undefined : defaults.cooldown)
  const found: Narrowing[] = []
  const limit = (modifier: Limiting | undefined) => modifier && found.push(limiting(modifier, scope))
  for (const { text, last } of scope.resets) found.push({ text, narrow: set => ({ op: 'since', set, last }) })
  limit(cooldown)
  limit(modifierOf(rule, 'first'))
  for (const window of windowsOf(rule, pattern, defaults))
    found.push({ text: written(window.span), narrow: set => lowerWindow(set, window, scope) })
  limit(modifierOf(rule, 'once'))
  limit(modifierOf(rule, 'atMost'))
  return found
}

function windowsOf(rule: Ast.RuleDecl, pattern: Ast.Pattern, { windows }: Defaults): readonly Ast.Window[] {
  const modifiers = rule.modifiers.flatMap(modifier => (modifier.kind === 'window' ? [modifier.window] : []))
  const own = [...pattern.windows, ...modifiers]
  const inherited = Object.values(windows).filter(
    ({ kind }) => !own.some(window => window.kind === kind) && !(kind === 'within' && optsOut(rule, 'within')),
  )
  return [...own, ...inherited]
}

type Limiting = ModifierOf<'cooldown' | 'first' | 'once' | 'atMost'>
const limitNames = { cooldown: 'cooldown', first: 'first', once: 'once', atMost: 'at most' } as const satisfies {
  [K in Limiting['kind']]: string
}

function limiting(modifier: Limiting, scope: Scope): Narrowing {
  const word = findLimit(scope.program.model.vocabulary, limitNames[modifier.kind])
  const every = modifier.kind === 'cooldown' ? constantOf(modifier.duration, scope) : undefined
  const count = 'count' in modifier && modifier.count ? constantOf(modifier.count, scope) : 1
  const per = 'per' in modifier && modifier.per ? lowerPer(modifier.per, scope) : undefined
  return { text: written(modifier.span), narrow: set => word?.lower(set, { every, count, per }) ?? set }
}

/** `after 14d`: ages by that much less, never below 0. */
export function lowerDecay({ span, phrase, after }: Ast.DecayMod, scope: Scope): OnEvents['decay'] {
  const found = findDecayShape(scope.program.model.vocabulary, phrase)
  if (!found) return undefined
  const age: Expr = { op: 'age' }
  const late = after ? max(constant(0), subtract(age, constant(constantOf(after, scope)))) : age
  const slots = found.slots.map(slot => slotValue(slot, scope))
  return { text: written(span), points: found.shape.lower(slots, { op: 'amount' }, late) }
}

function slotValue(slot: Ast.PhrasePart, scope: Scope): number {
  if (slot.kind !== 'ident') return constantOf(slot, scope)
  const meaning = scope.program.model.meanings.get(slot)
  const value = meaning && lowerMeaning(meaning, scope)
  return value?.op === 'const' && typeof value.value === 'number' ? value.value : 0
}

export const lowerOptional = (ast: Ast.Expr | undefined, scope: Scope): Expr | undefined => ast && lowerExpr(ast, scope)
