/** A line on the terminal that says how far a long run is. Nothing where standard error is no terminal. */
import { gauge } from './print/bar.ts'
import { grouped } from './print/numbers.ts'

export interface Progress {
  /** So many more; `part`: how much of all that is, where it is known, from 0 to 1. */
  readonly step: (count?: number, part?: number) => void
  readonly done: () => void
}

/** Shown first after this time, then as often. In milliseconds. */
const interval = 500

/** `every`: how many steps are taken before the time is looked at. */
export function startProgress(noun: string, every = 256): Progress {
  if (!process.stderr.isTTY) return { step: () => {}, done: () => {} }
  const begun = Date.now()
  let count = 0
  let looked = 0
  let next = begun + interval
  return {
    step: (more = 1, part) => {
      count += more
      // Asking for the time takes longer than counting.
      if (count - looked < every) return
      looked = count
      const time = Date.now()
      if (time < next) return
      next = time + interval
      process.stderr.write(`\r\x1b[K${line(count, noun, part, (time - begun) / 1000)}`)
    },
    done: () => {
      if (next > begun + interval) process.stderr.write('\r\x1b[K')
    },
  }
}

/** `████████░░░░ 62%  620,000 leads, 310,000 a second` */
function line(count: number, noun: string, part: number | undefined, seconds: number): string {
  const share = part === undefined ? '' : `${gauge(part, 0, 1, 24)} ${Math.floor(part * 100)}%  `
  return `${share}${grouped(count)} ${noun}, ${grouped(Math.round(count / seconds))} a second`
}
