/** Numbers, shares, durations and days, a step further. */
import { type Ast, textOf, writtenNumber } from '@merit-lang/language'

export type Step = 1 | -1

interface Moved {
  readonly literal: Ast.Expr
  readonly text: string
}

/** The next value as it is written; nothing for what is no literal. */
export function moved(expr: Ast.Expr | Ast.Hole, step: Step): Moved | undefined {
  if (expr.kind === 'paren') return moved(expr.inner, step)
  const text = (Object.hasOwn(steps, expr.kind) ? steps[expr.kind as Literal] : none)(expr as never, step)
  return text === undefined ? undefined : { literal: expr, text }
}

export const isLiteral = (expr: Ast.Expr): boolean => moved(expr, 1) !== undefined

type Literal = 'number' | 'percent' | 'duration' | 'date' | 'unary'

const none = () => undefined

const steps = {
  number: (literal, step) => next(literal, step),
  percent: (literal, step) => `${writtenNumber(Number((literal.value * 100 + step).toFixed(6)))}%`,
  duration: ({ value, unit }, step) => `${writtenNumber(value + step)}${unit}`,
  date: ({ text, dayOnly }, step) => (dayOnly ? dayAfter(text, step) : undefined),
  unary: ({ operator, operand }, step) =>
    operator === '-' && operand.kind === 'number' ? next({ ...operand, value: -operand.value }, step) : undefined,
} satisfies { [K in Literal]: (literal: Extract<Ast.Expr, { kind: K }>, step: Step) => string | undefined }

/** By one; by one in the last decimal where there are such. */
function next(literal: Ast.NumberLit, step: Step): string {
  const decimals = /\.(\d+)$/.exec(textOf(literal.span))?.[1]?.length ?? 0
  return writtenNumber(Number((literal.value + step / 10 ** decimals).toFixed(decimals)))
}

const day = 86_400_000

function dayAfter(text: string, step: Step): string | undefined {
  const then = Date.parse(`${text}T00:00:00Z`) + step * day
  return Number.isNaN(then) ? undefined : new Date(then).toISOString().slice(0, 10)
}
