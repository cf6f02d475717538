/** What adapters that can say events add as a function of their own, since no peer has it. */

const day = 86_400_000

export const ageInDays = (at, now) => (now - Date.parse(at)) / day

/** 2^(−age / half-life). */
export const remaining = (age, halfLife) => Math.exp((age * -Math.LN2) / halfLife)
