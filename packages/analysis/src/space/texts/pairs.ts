/** A condition, by its index, and what it is to be. */
export type Wish = readonly [condition: number, holds: boolean]

/** Two wishes at a time, in any order. */
export class Pairs {
  private readonly count: number
  /** By condition and condition: a bit for each way in which both can be. */
  private readonly bits: Uint8Array

  constructor(conditions: number) {
    this.count = conditions
    this.bits = new Uint8Array(conditions * conditions)
  }

  has([one, x]: Wish, [other, y]: Wish): boolean {
    return ((this.bits[one * this.count + other] as number) & bit(x, y)) !== 0
  }

  add([one, x]: Wish, [other, y]: Wish): void {
    this.mark(one, other, bit(x, y))
    this.mark(other, one, bit(y, x))
  }

  /** All that are so at once. */
  addAll(truths: readonly boolean[]): void {
    for (let one = 0; one < this.count; one++)
      for (let other = 0; other < this.count; other++)
        this.mark(one, other, bit(truths[one] as boolean, truths[other] as boolean))
  }

  private mark(one: number, other: number, bit: number): void {
    const place = one * this.count + other
    this.bits[place] = (this.bits[place] as number) | bit
  }
}

function bit(x: boolean, y: boolean): number {
  return 1 << ((x ? 2 : 0) + (y ? 1 : 0))
}
