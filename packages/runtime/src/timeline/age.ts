import { type Enclosure, Interval } from './enclosure.ts'

/** So far from zero no two whole numbers become one when they are divided. */
const FAR = 1e15

/** The time since an instant, in a unit of milliseconds. Two of them move alike: what tells them apart never changes. */
export class Age extends Interval {
  readonly since: number
  readonly unit: number

  constructor(low: number, high: number, since: number, unit: number) {
    super(low / unit, high / unit, false)
    this.since = since
    this.unit = unit
  }
}

/** The time since a later or earlier instant; undefined where it is no such age. */
export function shifted(of: Enclosure, by: Enclosure): Age | undefined {
  if (!(of instanceof Age) || of.unit !== 1 || typeof by !== 'number' || !Number.isSafeInteger(by)) return undefined
  const [low, high] = [of.low - by, of.high - by]
  return Math.max(-low, high) < FAR ? new Age(low, high, of.since + by, 1) : undefined
}

/** The same time in another unit; undefined where it is no such age. */
export function inUnit(of: Enclosure, unit: Enclosure): Age | undefined {
  if (!(of instanceof Age) || of.unit !== 1 || typeof unit !== 'number' || unit <= 0) return undefined
  return new Age(of.low, of.high, of.since, unit)
}
