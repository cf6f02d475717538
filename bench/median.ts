export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** Of two that were measured in turn: the median of the ratios round by round, which a busy moment of the machine leaves alone. */
export const ratioOf = (times: readonly number[], base: readonly number[]): number =>
  median(times.map((time, round) => time / (base[round] ?? Number.NaN)))
