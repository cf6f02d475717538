import type { Expr } from '@merit-lang/runtime'
import { constant, divide, floor } from '../kernel.ts'

/** How many whole periods (ms) have passed. */
export const wholePeriods = (age: Expr, period: number): Expr => floor(divide(age, constant(period)))
