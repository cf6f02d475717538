/** Numbers that look random and are the same on every machine and in every run (mulberry32). */
export interface Random {
  /** From 0 up to, but not including, 1. */
  fraction(): number
  /** Whole, from `low` up to and including `high`. */
  whole(low: number, high: number): number
  pick<T>(from: readonly T[]): T
}

export function seeded(seed: number): Random {
  let state = seed
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1))
  return { fraction, whole, pick: from => from[whole(0, from.length - 1)] as (typeof from)[number] }
}
