/** The blocks of a model, whether written as `score`, as `group`, or as rules outside any block. */
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'
import { nodesOf } from './walk.ts'

export interface Block {
  readonly name: string
  readonly items: readonly Ast.Item[]
}

export function blocksOf(model: CheckedModel): Block[] {
  const groups = nodesOf(model, 'group').map(({ name, items }) => ({ name: name.text, items }))
  return [...scoresOfRules(model), ...groups]
}

export function scoresOfRules(model: CheckedModel): Block[] {
  return model.scores.flatMap(({ name, items }) => (items ? [{ name, items }] : []))
}

export function rulesOf(items: readonly Ast.Item[]): Ast.RuleDecl[] {
  return items.filter(item => item.kind === 'rule')
}

/** Of the block and of the groups inside it. */
export function allRulesOf(items: readonly Ast.Item[]): Ast.RuleDecl[] {
  return items.flatMap(item => {
    if (item.kind === 'rule') return [item]
    return item.kind === 'group' ? allRulesOf(item.items) : []
  })
}

/** With the sign of `add` or `subtract`; undefined for other actions and for points that depend on the lead. */
export function pointsOf(
  { action }: Ast.RuleDecl,
  constant: (expr: Ast.Expr) => number | undefined,
): number | undefined {
  if (action.kind !== 'add') return undefined
  const points = constant(action.amount)
  return points === undefined || action.sign === 'add' ? points : -points
}
