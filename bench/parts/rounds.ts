/** Times contestants side by side: in turn, again and again, each time on leads that were just parsed. */
import type { Scorer } from '../contestants/contestant.ts'
import { parseLead, type Times, withNewTexts } from '../work/leads.ts'

export interface Runner {
  readonly scorer: Scorer
  /** Nanoseconds for a lead, one for each round. */
  readonly times: number[]
  /** So many leads take about `sliceMs`. */
  slice: number
}

/** Long against a pause of the collector and the grain of the clock. */
const sliceMs = 5
const warmUpMs = 300
/** Most of a warm-up is parsing, where leads are scored faster than they are parsed. */
const warmUpAtMostMs = 750

const collect = () => globalThis.gc?.({ type: 'minor' })

let slices = 0

/** Scores `count` leads from place `from` on, around the end; nanoseconds for one. */
async function timeSlice({ scorer }: Runner, lines: readonly string[], times: Times, from: number, count: number) {
  const word = `slice${slices++}`
  const lineAt = (i: number) => withNewTexts(lines[(from + i) % lines.length] as string, word)
  const leads = Array.from({ length: count }, (_, i) => parseLead(lineAt(i), times))
  const timed = scorer(leads)
  const out = new Float64Array(count)
  collect()
  const begun = performance.now()
  const pending = timed(out)
  if (pending) await pending
  return ((performance.now() - begun) * 1e6) / count
}

/** Until the compiler has had its time, and a slice is as long as it should be. */
async function warmUp(runner: Runner, lines: readonly string[], times: Times): Promise<void> {
  const longest = performance.now() + warmUpAtMostMs
  for (let spent = 0, from = 0; spent < warmUpMs && performance.now() < longest; from += runner.slice) {
    const each = await timeSlice(runner, lines, times, from, runner.slice)
    spent += (each * runner.slice) / 1e6
    runner.slice = Math.max(1, Math.min(lines.length, Math.round((sliceMs * 1e6) / each)))
  }
}

/** Adds `rounds` times to each runner. */
export async function race(runners: readonly Runner[], lines: readonly string[], times: Times, rounds: number) {
  for (const runner of runners) await warmUp(runner, lines, times)
  for (let round = 0; round < rounds; round++)
    for (const runner of runners) {
      runner.times.push(await timeSlice(runner, lines, times, round * runner.slice, runner.slice))
    }
}
