/** Within what a value lies, form by form. Whatever is not worked out may be anything. */
import type { Ast, LetSymbol, Meaning, ScoreSymbol, Type, Understood } from '@merit-lang/language'
import { anything, divided, either, exactly, negative, plus, type Reach, times } from './reach.ts'

export interface Reading {
  readonly understood: Understood
  /** Each is worked out once; what is built on itself may be anything. */
  of(symbol: LetSymbol | ScoreSymbol): Reach
}

export function valueReach(cx: Reading, expr: Ast.Expr): Reach {
  const read = readers[expr.kind as keyof typeof readers] as ((expr: Ast.Expr, cx: Reading) => Reach) | undefined
  return read?.(expr, cx) ?? anything
}

const readers = {
  number: ({ value }) => exactly(value),
  percent: ({ value }) => exactly(value),
  paren: ({ inner }, cx) => valueReach(cx, inner),
  unary: ({ operator, operand }, cx) => (operator === '-' ? negative(valueReach(cx, operand)) : anything),
  binary: ({ operator, left, right }, cx) => {
    const combine = operations[operator]
    return combine?.(valueReach(cx, left), valueReach(cx, right)) ?? anything
  },
  name: (name, cx) => {
    const meaning = cx.understood.meanings.get(name)
    return meaning ? named(cx, meaning) : anything
  },
  call: ({ name, args }, cx) => {
    const combine = functions.get(name.text)
    const all = args.map(arg => valueReach(cx, arg))
    return combine && all.length > 0 ? combine(all) : anything
  },
  aggregate: ({ name }) => (name.text === 'count' ? { low: 0, high: Infinity } : anything),
} satisfies { [K in Ast.Expr['kind']]?: (expr: Extract<Ast.Expr, { kind: K }>, cx: Reading) => Reach }

const operations: Partial<Record<Ast.BinaryOperator, (a: Reach, b: Reach) => Reach>> = {
  '+': plus,
  '-': (a, b) => plus(a, negative(b)),
  '*': times,
  '/': divided,
}

/** Of the functions that keep within their arguments. */
const functions: ReadonlyMap<string, (all: readonly Reach[]) => Reach> = new Map([
  ['min', all => ({ low: least(all, 'low'), high: least(all, 'high') })],
  ['max', all => ({ low: most(all, 'low'), high: most(all, 'high') })],
  ['abs', ([one = anything]) => ({ low: 0, high: either(one, negative(one)).high })],
])

const least = (all: readonly Reach[], end: keyof Reach) => Math.min(...all.map(one => one[end]))
const most = (all: readonly Reach[], end: keyof Reach) => Math.max(...all.map(one => one[end]))

function named(cx: Reading, meaning: Meaning): Reach {
  if (meaning.kind === 'let' || meaning.kind === 'score') return cx.of(meaning)
  return meaning.kind === 'attribute' || meaning.kind === 'eventProperty' ? declared(meaning.type) : anything
}

function declared(type: Type): Reach {
  if (type.kind !== 'number') return anything
  return { low: type.range?.low ?? -Infinity, high: type.range?.high ?? Infinity }
}

/** Whether it may be unknown: not what the text says, nor a score. */
export function mayBeUnknown(understood: Understood, expr: Ast.Expr): boolean {
  const part = parts[expr.kind as keyof typeof parts] as ((expr: Ast.Expr) => readonly Ast.Expr[]) | undefined
  if (part)
    return (expr.kind === 'binary' && expr.operator === '/') || part(expr).some(one => mayBeUnknown(understood, one))
  if (expr.kind !== 'name') return true
  const meaning = understood.meanings.get(expr)
  return meaning?.kind === 'let' ? !literals.has(meaning.declaration.value.kind) : meaning?.kind !== 'score'
}

const literals: ReadonlySet<Ast.Expr['kind']> = new Set(['number', 'percent'])

/** What is known where all of its parts are. */
const parts = {
  number: () => [],
  percent: () => [],
  paren: ({ inner }) => [inner],
  unary: ({ operand }) => [operand],
  binary: ({ left, right }) => [left, right],
} satisfies { [K in Ast.Expr['kind']]?: (expr: Extract<Ast.Expr, { kind: K }>) => readonly Ast.Expr[] }
