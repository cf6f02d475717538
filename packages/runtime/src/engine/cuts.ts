/** The stretches into which some numbers cut all others. */
export class Cuts {
  private readonly cuts: Float64Array
  private readonly first: number
  private readonly last: number
  /** From the first to the last lie bins of one width: by bin, how many cuts are before it. */
  private readonly before: Int32Array
  private readonly binsPerUnit: number

  /** In any order, some perhaps twice. */
  constructor(numbers: readonly number[]) {
    this.cuts = Float64Array.from(new Set(numbers)).sort()
    const { cuts } = this
    this.first = cuts[0] ?? 0
    this.last = cuts[cuts.length - 1] ?? 0
    const span = this.last - this.first
    this.binsPerUnit = span > 0 && span < Number.POSITIVE_INFINITY ? (2 * cuts.length) / span : 0
    this.before = new Int32Array(2 * cuts.length + 2).fill(cuts.length)
    let bin = 0
    for (let i = 0; i < cuts.length; i++) for (; bin <= this.binOf(cuts[i] as number); bin++) this.before[bin] = i
  }

  /** Of larger numbers none that is smaller. */
  private binOf(number: number): number {
    return ((Math.min(this.last, Math.max(this.first, number)) - this.first) * this.binsPerUnit) | 0
  }

  /** 0 for unknown; 2 i + 1 below the cut i (and above the one before), 2 i + 2 at it. */
  stretchOf(number: number): number {
    if (Number.isNaN(number)) return 0
    const { cuts, before } = this
    const bin = this.binOf(number)
    let low = before[bin] as number
    let high = before[bin + 1] as number
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cuts[middle] as number) < number) low = middle + 1
      else high = middle
    }
    return 2 * low + (cuts[low] === number ? 2 : 1)
  }
}
