/** The rules of a program with what stands around them. */
import type { Ast, Span } from '@merit-lang/language'
import type { Block, Condition, Expr, Multiplier, Program, Rule } from '@merit-lang/runtime'
import type { Findings } from './finding.ts'
import { some } from './impossible.ts'

export interface PlacedBlock {
  readonly block: Block
  /** Itself and the blocks around it, the outermost first. */
  readonly path: readonly Block[]
  /** Their conditions. */
  readonly around: readonly Expr[]
}

export function nameOf(path: readonly Block[]): string {
  return path.map(({ name }) => name).join('/')
}

/** Those inside another come right after it. */
export function blocksOf({ scores }: Program): readonly PlacedBlock[] {
  return scores.flatMap(score => (score.kind === 'rules' ? placed(score.block, []) : []))
}

function placed(block: Block, outer: readonly Block[]): readonly PlacedBlock[] {
  const path = [...outer, block]
  const around = path.flatMap(({ when }) => when?.expr ?? [])
  const inner = block.items.flatMap(item => (item.kind === 'block' ? placed(item, path) : []))
  return [{ block, path, around }, ...inner]
}

/** Rules and multipliers. */
export function rulesIn({ items, multipliers }: Block): readonly (Rule | Multiplier)[] {
  return [...items.filter(item => item.kind === 'rule'), ...multipliers]
}

export function nodeOf({ span }: Rule | Multiplier, { nodeAt }: Findings): Ast.RuleDecl {
  return nodeAt(span) as Ast.RuleDecl
}

/** The condition on the lead that the rule itself states, if any: `when C …`, `on P when C …`. */
export function conditionOf(rule: Rule | Multiplier): Condition | undefined {
  if (rule.kind === 'multiplier') return rule.when
  return rule.when ?? (isPlain(rule) ? rule.cases[0]?.when : undefined)
}

/** `when C add N`. */
export function isPlain({ on, cases }: Rule): boolean {
  return !on && cases.length === 1 && cases[0]?.text === ''
}

/** What a lead must meet so that the rule counts at all, but for the blocks around it and its table. */
export function needsOf(rule: Rule | Multiplier): readonly Expr[] {
  const own = conditionOf(rule)
  const last = rule.kind === 'rule' ? rule.on?.steps.at(-1) : undefined
  return [...(own ? [own.expr] : []), ...(last ? [some(last.set)] : [])]
}

/** The condition as written. */
export function writtenCondition({ trigger }: Ast.RuleDecl): Ast.Expr | undefined {
  if (trigger.kind === 'when') return trigger.condition
  return trigger.kind === 'on' ? trigger.when : undefined
}

export type Bound = 'cap' | 'floor'

/** `cap 100` of a score or group, with the word before its number. None for rules outside any block. */
export function boundSpan(bound: Bound, { span }: Block, { nodeAt }: Findings): Span | undefined {
  const node = nodeAt(span)
  const number = node.kind === 'group' || node.kind === 'score' ? node[bound]?.span : undefined
  return number && { ...number, start: number.source.text.lastIndexOf(bound, number.start - 1) }
}

export function constantIn(expr: Expr | undefined): number | undefined {
  return expr?.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined
}
