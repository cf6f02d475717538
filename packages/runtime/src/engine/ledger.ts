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
  /** While recording: the rules that gave something, what, and how many they are. */
  readonly rules: Int32Array
  readonly points: Float64Array
  count = 0
  private readonly blockOf: readonly number[]
  private readonly parents: readonly number[]

  /** `blockOf`: by rule. `parents`: by block, -1 for the outermost. */
  constructor(blockOf: readonly number[], parents: readonly number[]) {
    this.sums = new Float64Array(parents.length)
    this.given = new Float64Array(parents.length)
    this.rules = new Int32Array(blockOf.length)
    this.points = new Float64Array(blockOf.length)
    this.blockOf = blockOf
    this.parents = parents
  }

  clear(recording: boolean): void {
    for (let i = 0; i < this.sums.length; i++) {
      this.sums[i] = 0
      this.given[i] = 0
    }
    this.magnitude = 0
    this.recording = recording
    this.rounded = false
    this.count = 0
  }

  give(rule: number, points: number): void {
    this.addTo(this.blockOf[rule] as number, points)
    this.magnitude += Math.abs(points)
    if (this.recording) this.record(rule, points)
  }

  addTo(block: number, points: number): void {
    this.sums[block] = (this.sums[block] as number) + points
  }

  recordAll(rules: Int32Array, points: Float64Array): void {
    for (let i = 0; i < rules.length; i++) this.record(rules[i] as number, points[i] as number)
  }

  private record(rule: number, points: number): void {
    this.rules[this.count] = rule
    this.points[this.count++] = points
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
    for (let i = 0; i < this.count; i++)
      if (this.blockOf[this.rules[i] as number] === block) sum += BigInt(this.points[i] as number)
    this.parents.forEach((parent, child) => {
      if (parent === block) sum += BigInt(this.given[child] as number)
    })
    return sum
  }
}
