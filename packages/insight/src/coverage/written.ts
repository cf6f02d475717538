/** The conditions of a statement where they are written, in the order in which the program lists its comparisons. */
import { type Ast, type Span, written } from '@merit-lang/language'

export interface Written {
  readonly text: string
  readonly span: Span
}

const writtenAs = ({ span }: { readonly span: Span }): Written => ({ text: written(span), span })

/** A condition's comparisons: what `and`, `or`, `not` and parentheses leave. None where there is no condition. */
export function comparisonsIn(condition: Ast.Expr | undefined): readonly Written[] {
  const leaves: Ast.Expr[] = []
  const open = condition ? [condition] : []
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.kind === 'paren') open.push(one.inner)
    else if (one.kind === 'unary' && one.operator === 'not') open.push(one.operand)
    else if (one.kind === 'binary' && (one.operator === 'and' || one.operator === 'or')) open.push(one.right, one.left)
    else leaves.push(one)
  }
  return leaves.map(writtenAs)
}

/** The condition before the rule's action, whether it is the rule's or, in `when C add N`, its only case's. */
export function conditionBefore({ trigger }: Ast.RuleDecl): Ast.Expr | undefined {
  if (trigger.kind === 'always') return undefined
  return trigger.kind === 'when' ? trigger.condition : trigger.when
}

/** A row of `points by` or `points first`. */
export interface WrittenRow extends Written {
  /** Of `points first`. */
  readonly condition?: Ast.Expr
}

/** What a table chooses from, in the order of its cases. */
export function rowsOf({ action }: Ast.RuleDecl): readonly WrittenRow[] {
  if (action.kind === 'pointsBy')
    return action.rows.map(({ cases, span }) => ({ text: cases.map(one => written(one.span)).join(', '), span }))
  if (action.kind === 'pointsFirst')
    return action.rows.map(({ condition, span }) => ({
      text: condition ? written(condition.span) : 'else',
      span,
      condition,
    }))
  return []
}
