/** What a rule gives, in short. */
import { type Ast, textOf } from '@merit-lang/language'

export function pointsOf({ action }: Ast.RuleDecl): string {
  return (points[action.kind] as (action: Ast.Action) => string)(action)
}

const points = {
  add: ({ sign, amount, perMatch }) => {
    if (amount.kind === 'hole') return ''
    return `${sign === 'add' ? '+' : '−'}${textOf(amount.span)}${perMatch ? ' per match' : ''}`
  },
  pointsBy: ({ rows }) => extent(rows),
  pointsFirst: ({ rows }) => extent(rows),
  multiply: ({ factor }) => `× ${textOf(factor.span)}`,
  reset: () => 'reset',
  hole: () => '',
} satisfies { [K in Ast.Action['kind']]: (action: Extract<Ast.Action, { kind: K }>) => string }

/** From the fewest to the most points of a table; nothing where they are worked out. */
function extent(rows: readonly { readonly points: Ast.Expr }[]): string {
  const given = rows.map(row => numberIn(row.points))
  const known = given.filter(value => value !== undefined)
  if (known.length === 0 || known.length < given.length) return ''
  const [low, high] = [Math.min(...known), Math.max(...known)].map(signed)
  return low === high ? `${low}` : `${low} to ${high}`
}

function numberIn(expr: Ast.Expr): number | undefined {
  if (expr.kind === 'number') return expr.value
  if (expr.kind !== 'unary' || expr.operator !== '-') return undefined
  const value = numberIn(expr.operand)
  return value === undefined ? undefined : -value
}

const signed = (value: number) => (value < 0 ? `−${-value}` : `+${value}`)
