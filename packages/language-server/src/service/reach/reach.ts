/** Bounds of numbers: wherever a value may lie, it lies within them; not every number within them need be reached. */

export interface Reach {
  readonly low: number
  readonly high: number
}

export const anything: Reach = { low: -Infinity, high: Infinity }
export const nothing: Reach = { low: 0, high: 0 }

export const exactly = (value: number): Reach => ({ low: value, high: value })

export function either(...all: readonly Reach[]): Reach {
  return { low: Math.min(...all.map(({ low }) => low)), high: Math.max(...all.map(({ high }) => high)) }
}

export const orNothing = (reach: Reach) => either(reach, nothing)

export function plus(a: Reach, b: Reach): Reach {
  return { low: a.low + b.low, high: a.high + b.high }
}

export function negative({ low, high }: Reach): Reach {
  return { low: 0 - high, high: 0 - low }
}

/** Nothing times whatever is nothing. */
export function times(a: Reach, b: Reach): Reach {
  const product = (x: number, y: number) => (x === 0 || y === 0 ? 0 : x * y)
  const corners = [product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)]
  return { low: Math.min(...corners), high: Math.max(...corners) }
}

export function divided(a: Reach, b: Reach): Reach {
  return b.low > 0 || b.high < 0 ? times(a, { low: 1 / b.high, high: 1 / b.low }) : anything
}

/** What `cap` and `floor` let through, where both or one of them are known. The floor is looked at last. */
export function clamped(reach: Reach, cap: Reach | undefined, floor: Reach | undefined): Reach {
  const capped = cap ? { low: Math.min(reach.low, cap.low), high: Math.min(reach.high, cap.high) } : reach
  return floor ? { low: Math.max(capped.low, floor.low), high: Math.max(capped.high, floor.high) } : capped
}
