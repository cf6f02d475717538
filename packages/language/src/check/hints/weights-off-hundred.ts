/** Where all rules and groups of a block have a weight, the weights add up to 100 %. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { weightsOffHundred } from '../../diagnostics/hints/weights-off-hundred.ts'
import type * as Ast from '../../syntax/ast.ts'
import { blocksOf } from './blocks.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'

export const hintWeightsOffHundred: Hint = (model, report) => {
  for (const { name, items } of blocksOf(model)) {
    const weights = items.flatMap(item => (item.kind === 'default' ? [] : [weightOf(item)]))
    const values = weights.map(weight => constantOf(model, weight))
    const last = weights.at(-1)
    if (!last || values.length < 2 || values.some(value => value === undefined)) continue
    const sum = Math.round(values.reduce<number>((total, value) => total + (value ?? 0), 0) * 10_000) / 100
    if (sum !== 100) report(diagnose(weightsOffHundred, last.span, { block: name, sum }))
  }
}

function weightOf(item: Ast.RuleDecl | Ast.Group): Ast.Expr | undefined {
  return item.kind === 'group' ? item.weight : item.modifiers.find(modifier => modifier.kind === 'weight')?.value
}
