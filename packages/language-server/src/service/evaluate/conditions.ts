/** The conditions of a statement, in the order of the text, as explanations list them. */
import { type Ast, written } from '@merit-lang/language'
import type { Span } from '../text.ts'

export interface Named {
  readonly text: string
  readonly span: Span
}

/** A condition's comparisons: what `and`, `or`, `not` and parentheses leave. */
function leavesOf(condition: Ast.Expr): readonly Named[] {
  const leaves: Ast.Expr[] = []
  const open = [condition]
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.kind === 'paren') open.push(one.inner)
    else if (one.kind === 'unary' && one.operator === 'not') open.push(one.operand)
    else if (one.kind === 'binary' && (one.operator === 'and' || one.operator === 'or')) open.push(one.right, one.left)
    else leaves.push(one)
  }
  return leaves.map(({ span }) => ({ text: written(span), span }))
}

/** None where there is no condition. */
export function leavesIn(condition: Ast.Expr | undefined): readonly Named[] {
  return condition ? leavesOf(condition) : []
}

/** The conditions before the rule's action, whether they are the rule's or, in `when C add N`, its only case's. */
export function gateOf({ trigger }: Ast.RuleDecl): readonly Named[] {
  if (trigger.kind === 'always') return []
  return leavesIn(trigger.kind === 'when' ? trigger.condition : trigger.when)
}

/** What `points by` and `points first` choose from. */
export function rowsOf({ action }: Ast.RuleDecl): readonly Named[] {
  if (action.kind === 'pointsBy')
    return action.rows.map(({ cases, span }) => ({ text: cases.map(one => written(one.span)).join(', '), span }))
  if (action.kind === 'pointsFirst')
    return action.rows.map(({ condition, span }) => ({ text: condition ? written(condition.span) : 'else', span }))
  return []
}
