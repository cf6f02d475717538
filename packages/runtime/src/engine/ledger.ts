import { clampMillionths } from '../kernel/points.ts'
import { EXACT } from './worth.ts'

/**
 * What the rules of the row at hand gave, in whole millionths, by block. Doubles add them up as long as all of them
 * together stay below 2^53 (`magnitude`); beyond that the rules must have been recorded one by one.
 */
export class Ledger {
  readonly sums: Float64Array
  /** What each finished block gave. */
  readonly given: Float64Array
  magnitude = 0
  recording = false
  /** Set where a sum may have been rounded: the row is to be scored again, recording. */
  rounded = false
  /** The rules that gave something, and what. */
  readonly rules: number[] = []
  readonly points: number[] = []
  private readonly blockOf: readonly number[]
  private readonly parents: readonly number[]

  /** `blockOf`: by rule. `parents`: by block, -1 for the outermost. */
  constructor(blockOf: readonly number[], parents: readonly number[]) {
    this.sums = new Float64Array(parents.length)
    this.given = new Float64Array(parents.length)
    this.blockOf = blockOf
    this.parents = parents
  }

  clear(recording: boolean): void {
    this.sums.fill(0)
    this.given.fill(0)
    this.magnitude = 0
    this.recording = recording
    this.rounded = false
    this.rules.length = 0
    this.points.length = 0
  }

  give(rule: number, points: number): void {
    this.addTo(this.blockOf[rule] as number, points)
    this.magnitude += Math.abs(points)
    if (this.recording) this.record(rule, points)
  }

  addTo(block: number, points: number): void {
    this.sums[block] = (this.sums[block] as number) + points
  }

  record(rule: number, points: number): void {
    this.rules.push(rule)
    this.points.push(points)
  }

  giveBlock(block: number, points: number): void {
    const parent = this.parents[block] as number
    this.given[block] = points
    if (parent < 0) return
    this.addTo(parent, points)
    this.magnitude += Math.abs(points)
  }

  /** Of the rules and blocks in a block. */
  sumOf(block: number): number {
    if (this.magnitude < EXACT) return clampMillionths(this.sums[block] as number)
    this.rounded = !this.recording
    return clampMillionths(Number(this.exactSumOf(block)))
  }

  private exactSumOf(block: number): bigint {
    let sum = 0n
    this.rules.forEach((rule, i) => {
      if (this.blockOf[rule] === block) sum += BigInt(this.points[i] as number)
    })
    this.parents.forEach((parent, child) => {
      if (parent === block) sum += BigInt(this.given[child] as number)
    })
    return sum
  }
}
