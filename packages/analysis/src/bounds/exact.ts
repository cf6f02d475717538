/** Operations that are worked out for each choice of their operands, where those are few. */
import type { Expr, Value } from '@merit-lang/runtime'
import { anything, compute, type Enclosure, type Run, type Truth } from '@merit-lang/runtime/reference'
import type { Space } from '../space/space.ts'
import { overAll } from './choice.ts'
import { type Enclose, enclosing } from './expressions.ts'
import { together } from './motion.ts'

const operandNames = ['of', 'left', 'right', 'list', 'item'] as const

/**
 * For operations on texts, lists and the calendar, worked out for each choice of the operands' values, of which any
 * unknown one decides; `open` says what is known where there are too many.
 */
export function followed(
  e: Expr,
  space: Space,
  open: (operands: readonly Enclosure[]) => Enclosure = () => anything,
): Enclose {
  const names = operandNames.filter(name => name in e)
  const operands = names.map(name => enclosing((e as unknown as Record<string, Expr>)[name] as Expr, space))
  const exactly = (values: readonly Value[]) => {
    const constants = names.map((name, i) => [name, { op: 'const', value: values[i] ?? null }])
    return compute({ ...e, ...Object.fromEntries(constants) } as Expr, { run: { program: space.program } as Run })
  }
  return scope => {
    const enclosed = operands.map(operand => operand(scope))
    if (enclosed.includes(null)) return exactly([])
    return overAll(enclosed, exactly) ?? open(enclosed)
  }
}

type Pair = { readonly left: Expr; readonly right: Expr }

/** An instant that moves is not comparable with one that does not. Few values are compared one by one. */
export function comparison(compare: (a: Enclosure, b: Enclosure) => Truth) {
  const exactly = ([a, b]: readonly Value[]) => compare(a as Value, b as Value) as boolean
  return (e: Pair, space: Space): Enclose => {
    const comparable = together([e.left, e.right], space.program) !== 'unclear'
    const [left, right] = [enclosing(e.left, space), enclosing(e.right, space)]
    return scope => {
      const [a, b] = [left(scope), right(scope)]
      if (a === null || b === null) return false
      return comparable ? (compare(a, b) ?? overAll([a, b], exactly) ?? anything) : anything
    }
  }
}
