/** Rules that compare one value with something else each, as the rows of a table. */
import { type Ast, textOf, type Understood } from '@merit-lang/language'

/** `industry in [SaaS, Fintech]` with 15 points is the row `SaaS, Fintech: 15` of a table by `industry`. */
export interface Row {
  readonly subject: string
  readonly cases: readonly Case[]
  readonly points: string
}

export interface Case {
  readonly text: string
  /** What it takes: one value, numbers between two bounds, or what is unknown. */
  readonly takes: string | Interval | 'unknown'
}

interface Interval {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

type Comparison = Omit<Row, 'points'>

export const spaced = (node: Ast.AnyNode) => textOf(node.span).replace(/\s+/g, ' ')

/** Nothing for a rule that is more than one comparison and its points, or has a name that a row could not have. */
export function rowOf(understood: Understood, rule: Ast.RuleDecl): Row | undefined {
  const { trigger, action, modifiers, doc } = rule
  if (trigger.kind !== 'when' || action.kind !== 'add' || action.perMatch || modifiers.length > 0 || doc !== '') return
  const comparison = comparisonOf(understood, trigger.condition)
  const points = pointsOf(action)
  return comparison && points !== undefined ? { ...comparison, points } : undefined
}

/** As a table writes them: a signed number, a name, or anything in parentheses. */
function pointsOf({ sign, amount }: Extract<Ast.Action, { kind: 'add' }>): string | undefined {
  const text = spaced(amount)
  if (amount.kind === 'hole') return undefined
  if (amount.kind === 'number') return sign === 'add' ? text : `-${text}`
  if (sign === 'subtract') return amount.kind === 'paren' ? `(-${text})` : `(-(${text}))`
  return amount.kind === 'name' || amount.kind === 'paren' || isNegative(amount) ? text : `(${text})`
}

const isNegative = (expr: Ast.Expr) => expr.kind === 'unary' && expr.operator === '-' && expr.operand.kind === 'number'

function comparisonOf(understood: Understood, condition: Ast.Expr): Comparison | undefined {
  if (condition.kind === 'paren') return comparisonOf(understood, condition.inner)
  const read = comparisons[condition.kind as keyof typeof comparisons] as Read<Ast.Expr> | undefined
  return read?.(condition, understood)
}

type Read<E> = (expr: E, understood: Understood) => Comparison | undefined

const comparisons = {
  binary: ({ operator, left, right }, understood) => {
    if (!isSubject(left)) return undefined
    const one = operator === '=' ? valueCase(understood, right) : orderCase(operator, right)
    return one && { subject: spaced(left), cases: [one] }
  },
  membership: ({ negated, value, in: set }, understood) => {
    if (negated || !isSubject(value)) return undefined
    const cases =
      set.kind === 'range'
        ? [rangeCase(set)]
        : set.kind === 'list'
          ? set.elements.map(one => valueCase(understood, one))
          : []
    const whole = cases.length > 0 && cases.every(one => one !== undefined)
    return whole ? { subject: spaced(value), cases } : undefined
  },
  knownTest: ({ negated, value }) =>
    negated && isSubject(value)
      ? { subject: spaced(value), cases: [{ text: 'unknown', takes: 'unknown' }] }
      : undefined,
} satisfies { [K in 'binary' | 'membership' | 'knownTest']: Read<Extract<Ast.Expr, { kind: K }>> }

/** What a table may be by without parentheses. */
const isSubject = (expr: Ast.Expr) => expr.kind === 'name' || expr.kind === 'aggregate' || expr.kind === 'call'

function valueCase({ meanings }: Understood, expr: Ast.Expr): Case | undefined {
  const number = numberIn(expr)
  if (number !== undefined) return { text: spaced(expr), takes: closed(number, number) }
  if (expr.kind === 'text' && expr.value !== '') return { text: spaced(expr), takes: `=${expr.value.toLowerCase()}` }
  const meaning = expr.kind === 'name' ? meanings.get(expr) : undefined
  return meaning?.kind === 'symbol' ? { text: spaced(expr), takes: `=${meaning.value.toLowerCase()}` } : undefined
}

function orderCase(operator: Ast.BinaryOperator, right: Ast.Expr): Case | undefined {
  const bound = numberIn(right)
  const takes = bound === undefined ? undefined : beyond(operator, bound)
  return takes && { text: `${operator} ${spaced(right)}`, takes }
}

function beyond(operator: Ast.BinaryOperator, bound: number): Interval | undefined {
  const below = { ...closed(-Infinity, bound), highOpen: operator === '<' }
  const above = { ...closed(bound, Infinity), lowOpen: operator === '>' }
  if (operator === '<' || operator === '<=') return below
  return operator === '>' || operator === '>=' ? above : undefined
}

function rangeCase(range: Ast.Range): Case | undefined {
  const low = range.low ? numberIn(range.low) : -Infinity
  const high = range.high ? numberIn(range.high) : Infinity
  if (low === undefined || high === undefined) return undefined
  const takes = { low, high, lowOpen: range.form === '>', highOpen: range.form === '..<' || range.form === '<' }
  return { text: spaced(range), takes }
}

function numberIn(expr: Ast.Expr): number | undefined {
  if (expr.kind === 'number') return expr.value
  return expr.kind === 'unary' && expr.operator === '-' && expr.operand.kind === 'number'
    ? -expr.operand.value
    : undefined
}

const closed = (low: number, high: number): Interval => ({ low, high, lowOpen: false, highOpen: false })

/** Whether some value is taken by two of the cases, so that the rules give more together than a table would. */
export function anyOverlap(cases: readonly Case[]): boolean {
  return cases.some((a, i) => cases.slice(i + 1).some(b => overlap(a.takes, b.takes)))
}

function overlap(a: Case['takes'], b: Case['takes']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  const [first, second] = a.low <= b.low ? [a, b] : [b, a]
  if (first.low === second.low) return !(first.high === first.low && first.lowOpen)
  return second.low < first.high || (second.low === first.high && !first.highOpen && !second.lowOpen)
}
