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
  /** While recording: by rule, what it gave, and a bit for those that gave something. */
  private readonly points: Float64Array
  private readonly marks: Int32Array
  private readonly blockOf: readonly number[]
  private readonly parents: readonly number[]

  /** `blockOf`: by rule. `parents`: by block, -1 for the outermost. */
  constructor(blockOf: readonly number[], parents: readonly number[]) {
    this.sums = new Float64Array(parents.length)
    this.given = new Float64Array(parents.length)
    this.marks = new Int32Array((blockOf.length + 31) >> 5)
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
    if (recording) this.marks.fill(0)
  }

  give(rule: number, points: number): void {
    this.addTo(this.blockOf[rule] as number, points)
    this.magnitude += Math.abs(points)
    if (this.recording) this.record({ rule, points })
  }

  addTo(block: number, points: number): void {
    this.sums[block] = (this.sums[block] as number) + points
  }

  record({ rule, points }: { readonly rule: number; readonly points: number }): void {
    this.marks[rule >> 5] = (this.marks[rule >> 5] as number) | (1 << (rule & 31))
    this.points[rule] = points
  }

  /** The rules that were recorded, in order. */
  each(visit: (rule: number, points: number) => void): void {
    for (let i = 0; i < this.marks.length; i++)
      for (let bits = this.marks[i] as number; bits !== 0; bits &= bits - 1) {
        const rule = 32 * i + 31 - Math.clz32(bits & -bits)
        visit(rule, this.points[rule] as number)
      }
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
    this.each((rule, points) => {
      if (this.blockOf[rule] === block) sum += BigInt(points)
    })
    this.parents.forEach((parent, child) => {
      if (parent === block) sum += BigInt(this.given[child] as number)
    })
    return sum
  }
}
