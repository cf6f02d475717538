/** A line on the terminal that says how far a long run is. Nothing where standard error is no terminal. */
import { grouped } from './print/numbers.ts'

export interface Progress {
  readonly step: () => void
  readonly done: () => void
}

/** Shown first after this time, then as often. In milliseconds. */
const interval = 500

export function startProgress(noun: string): Progress {
  if (!process.stderr.isTTY) return { step: () => {}, done: () => {} }
  let count = 0
  let shown = false
  let next = Date.now() + interval
  return {
    step: () => {
      if (++count % 256 !== 0 || Date.now() < next) return
      next = Date.now() + interval
      shown = true
      process.stderr.write(`\r${grouped(count)} ${noun}`)
    },
    done: () => {
      if (shown) process.stderr.write('\r\x1b[K')
    },
  }
}
