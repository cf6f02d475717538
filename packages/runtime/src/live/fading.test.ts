import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../testing.ts'
import { type Decay, factorAt } from './decay.ts'
import { fading } from './fading.ts'

const entry = fc.record({ after: fc.integer({ min: 0, max: 40 * DAY }), amount: fc.integer({ min: -50, max: 50 }) })
const history = fc.array(entry, { maxLength: 60, size: 'max' }).map(entries =>
  entries.map(({ amount }, place) => ({
    amount,
    time: entries.slice(0, place + 1).reduce((time, { after }) => time + after, 0),
  })),
)
const share = fc.double({ min: 0, max: 1, noNaN: true })

type Entry = { readonly time: number; readonly amount: number }

/** Sums over lists that grow by `push`. */
function fadingList(decay: Decay) {
  const times: number[] = []
  const amounts: number[] = []
  const sums = fading(decay, times, amounts)
  const push = (entries: readonly Entry[]) => {
    times.push(...entries.map(({ time }) => time))
    amounts.push(...entries.map(({ amount }) => amount))
  }
  const truncate = (length: number) => {
    times.length = length
    amounts.length = length
    sums.truncate(length)
  }
  return { sums, push, truncate }
}

/** Entry by entry, of those that are not later than `now` and, under a linear decay, not gone. */
function sumAt(entries: readonly Entry[], decay: Decay, now: number): number {
  return entries.reduce((sum, { time, amount }) => sum + amount * factorAt(decay, now - time), 0)
}

describe.each<Decay>([
  { kind: 'half-life', over: 30 * DAY, after: 0 },
  { kind: 'half-life', over: 60_000, after: 0 },
  { kind: 'half-life', over: 1, after: 0 },
  { kind: 'linear', over: 90 * DAY, after: 0 },
])('amounts under $kind over $over ms', decay => {
  test('add up over any stretch, at any later instant', () => {
    fc.assert(
      fc.property(history, share, share, fc.nat(100 * DAY), (entries, a, b, later) => {
        const { sums, push } = fadingList(decay)
        push(entries)
        const now = (entries.at(-1)?.time ?? 0) + later
        const alive = decay.kind === 'linear' ? entries.filter(({ time }) => now - time >= decay.over).length : 0
        const [from, to] = [a, b].map(share => Math.max(alive, Math.floor(share * entries.length))) as [number, number]
        const stretch = entries.slice(Math.min(from, to), Math.max(from, to))
        const sum = sums.valueAt(Math.min(from, to), Math.max(from, to), now)
        expect(sum).toBeCloseTo(sumAt(stretch, decay, now), 8)
      }),
      { numRuns: 500 },
    )
  })

  test('add up after the latest were taken back and others came', () => {
    fc.assert(
      fc.property(history, history, share, (first, second, share) => {
        const kept = first.slice(0, Math.floor(share * first.length))
        const start = kept.at(-1)?.time ?? 0
        const now = Math.max(first.at(-1)?.time ?? 0, start + (second.at(-1)?.time ?? 0))
        const entries = [...kept, ...second.map(({ time, amount }) => ({ time: start + time, amount }))]
        const { sums, push, truncate } = fadingList(decay)
        push(first)
        sums.valueAt(0, first.length, first.at(-1)?.time ?? 0)
        truncate(kept.length)
        push(entries.slice(kept.length))
        const gone = decay.kind === 'linear' ? entries.filter(({ time }) => now - time >= decay.over).length : 0
        expect(sums.valueAt(gone, entries.length, now)).toBeCloseTo(sumAt(entries.slice(gone), decay, now), 8)
      }),
      { numRuns: 500 },
    )
  })
})
