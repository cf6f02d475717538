/** The type that a name is likely meant to have, from what is asked of it where it stands. */
import type { Ast } from '@merit-lang/language'
import { spaced } from '../refactor/rows.ts'

/** As a declaration writes it; text where nothing tells. */
export function guessType(path: readonly Ast.AnyNode[]): string {
  const at = path.findLastIndex(({ kind }) => kind === 'name' || kind === 'dataField' || kind === 'dataArg')
  const node = path[at]
  if (node?.kind === 'dataField' || node?.kind === 'dataArg') return node.value ? typeOfValue(node.value) : 'text'
  const around = path[at - 1]
  const guess = around && (guesses[around.kind as keyof typeof guesses] as Guess<Ast.AnyNode> | undefined)
  return (around && guess?.(around, node)) ?? 'text'
}

type Guess<N> = (around: N, name: Ast.AnyNode | undefined) => string | undefined

const logic: ReadonlySet<Ast.BinaryOperator> = new Set(['and', 'or'])
const comparing: ReadonlySet<Ast.BinaryOperator> = new Set(['=', '!=', '<', '<=', '>', '>='])

const guesses = {
  binary: ({ operator, left, right }, name) => {
    if (logic.has(operator)) return 'boolean'
    return comparing.has(operator) ? typeOfValue(left === name ? right : left) : 'number'
  },
  unary: ({ operator }) => (operator === 'not' ? 'boolean' : 'number'),
  when: () => 'boolean',
  segment: () => 'boolean',
  disqualify: () => 'boolean',
  firstRow: () => 'boolean',
  membership: ({ in: set }) => (set.kind === 'range' ? 'number' : typeOfValue(set)),
  wordTest: () => 'text',
  ageTest: () => 'date',
  momentTest: () => 'date',
  add: () => 'number',
  pointsBy: ({ rows }) => typeOfCases(rows.flatMap(({ cases }) => cases)),
} satisfies { [K in Ast.AnyNode['kind']]?: Guess<Extract<Ast.AnyNode, { kind: K }>> }

function typeOfCases(cases: readonly Ast.Case[]): string {
  const values = cases.flatMap(one => (one.kind === 'value' ? [one.value] : []))
  return cases.some(({ kind }) => kind === 'range') ? 'number' : typeOfValues(values)
}

function typeOfValue(value: Ast.DataValue): string {
  return value.kind === 'list' ? typeOfValues(value.elements) : typeOfValues([value as Ast.Expr])
}

function typeOfValues(values: readonly Ast.Expr[]): string {
  const [first] = values
  if (first?.kind === 'name') return `one of [${values.map(spaced).join(', ')}]`
  return plain[first?.kind as keyof typeof plain] ?? 'text'
}

const plain = { number: 'number', percent: 'number', unary: 'number', boolean: 'boolean', date: 'date' } as const
