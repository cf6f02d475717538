/** Operations of which it is known what becomes of them when their operands grow. */
import type { ExprOf, Op } from '@merit-lang/runtime'
import type { Order } from './order.ts'
import { isAbove0, isPositive } from './signs.ts'

type Rising<K extends Op> = (low: ExprOf<K>, high: ExprOf<K>, order: Order) => boolean

/** Each operand in order. */
const both: Rising<'add' | 'min' | 'max'> = (low, high, order) =>
  order.atMost(low.left, high.left) && order.atMost(low.right, high.right)

/** Whether one is never more than the other. */
export const rising: { readonly [K in Op]?: Rising<K> } = {
  const: (low, high) => typeof low.value === 'number' && typeof high.value === 'number' && low.value <= high.value,
  score: (low, high, order) => order.scoreAtMost(low.index, high.index),
  add: both as Rising<'add'>,
  min: both as Rising<'min'>,
  max: both as Rising<'max'>,
  subtract: (low, high, order) => order.atMost(low.left, high.left) && order.atMost(high.right, low.right),
  multiply: (low, high, order) =>
    (order.same(low.left, high.left) && isPositive(low.left) && order.atMost(low.right, high.right)) ||
    (order.same(low.right, high.right) && isPositive(low.right) && order.atMost(low.left, high.left)),
  divide: (low, high, order) =>
    isPositive(low.left) &&
    isAbove0(high.right) &&
    order.same(low.left, high.left) &&
    order.atMost(high.right, low.right),
  floor: (low, high, order) => order.atMost(low.of, high.of),
  halve: (low, high, order) => order.atMost(high.of, low.of),
}
