import type * as Ast from '../syntax/ast.ts'

/** The names that stand in an expression as values, those inside event patterns left out. */
export function namesIn(ast: Ast.Expr): readonly Ast.NameExpr[] {
  const names: Ast.NameExpr[] = []
  const open: Ast.Expr[] = [ast]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'name') names.push(next)
    open.push(...partsOf(next))
  }
  return names.reverse()
}

function partsOf(ast: Ast.Expr): readonly Ast.Expr[] {
  const parts: (ast: never) => readonly Ast.Expr[] = forms[ast.kind]
  return parts(ast as never)
}

const none = (): readonly Ast.Expr[] => []

const forms = {
  name: none,
  number: none,
  percent: none,
  duration: none,
  date: none,
  text: none,
  boolean: none,
  hole: none,
  quantified: none,
  aggregate: none,
  unary: ({ operand }) => [operand],
  binary: ({ left, right }) => [left, right],
  membership: ({ value, in: list }) => [value, ...(list.kind === 'range' ? boundsOf(list) : [list])],
  wordTest: ({ value, operand }) => [value, operand],
  knownTest: ({ value }) => [value],
  ageTest: ({ value }) => [value],
  momentTest: ({ value, moment }) => [value, moment],
  daysSince: ({ of }) => (of.kind === 'pattern' ? [] : [of]),
  call: ({ args }) => args,
  list: ({ elements }) => elements,
  paren: ({ inner }) => [inner],
} satisfies { [K in Ast.Expr['kind']]: (ast: Extract<Ast.Expr, { kind: K }>) => readonly Ast.Expr[] }

function boundsOf({ low, high }: Ast.Range): readonly Ast.Expr[] {
  return [low, high].filter(bound => bound !== undefined)
}
