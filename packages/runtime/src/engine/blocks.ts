import { bound, clampMillionths, wholeMillionths } from '../kernel/points.ts'
import type { Block, Rule } from '../program.ts'
import type { Compiler } from './compiler.ts'
import type { Ledger } from './ledger.ts'
import { NONE, type Read, type View } from './view.ts'
import { limitOf, type Worth } from './worth.ts'

/** A program's rules and blocks, numbered: rules as they stand in the file, blocks so that inner ones come first. */
export interface Layout {
  readonly rules: readonly Rule[]
  readonly blocks: readonly Block[]
  /** By rule. */
  readonly blockOf: readonly number[]
  /** By block; -1 for the outermost. */
  readonly parents: readonly number[]
}

export class Numbering implements Layout {
  readonly rules: Rule[] = []
  readonly blocks: Block[] = []
  readonly blockOf: number[] = []
  readonly parents: number[] = []

  /** The number of the block, after those of what is in it. */
  add(block: Block): number {
    const rules: number[] = []
    const inner: number[] = []
    for (const item of block.items) {
      if (item.kind === 'rule') rules.push(this.rules.push(item) - 1)
      else inner.push(this.add(item))
    }
    const index = this.blocks.push(block) - 1
    for (const rule of rules) this.blockOf[rule] = index
    for (const one of inner) this.parents[one] = index
    this.parents[index] = -1
    return index
  }
}

/** What a block gives: `scoring/block.ts` in another form, and held to it by a law. */
export class BlockSum {
  private readonly index: number
  private readonly when: Read | undefined
  private readonly factor: (view: View) => number
  private readonly bounded: (view: View, sum: number) => number
  /** Whether it gives what its rules and blocks give. */
  private readonly isPlain: boolean
  /** Rules that are asked for every lead. */
  private readonly rules: readonly { readonly rule: number; readonly worth: Worth }[]

  constructor(index: number, block: Block, rules: readonly { rule: number; worth: Worth }[], compiler: Compiler) {
    const [cap, floor] = [limitOf(block.cap, compiler), limitOf(block.floor, compiler)]
    this.index = index
    this.rules = rules
    this.when = block.when && compiler.read(block.when.expr)
    this.factor = factorOf(block, compiler)
    this.bounded = (view, sum) => bound(sum, cap(view), floor(view)) * (block.weight ?? 1)
    this.isPlain = !block.cap && !block.floor && (block.weight ?? 1) === 1 && block.multipliers.length === 0
  }

  /** Whether its own condition holds. */
  applies(view: View): boolean {
    return !this.when || this.when(view, NONE) === true
  }

  /** To be called only where it and all around it apply: elsewhere a block gives nothing. */
  close(view: View, ledger: Ledger): void {
    for (let i = 0; i < this.rules.length; i++) {
      const { rule, worth } = this.rules[i] as BlockSum['rules'][number]
      const given = worth(view)
      if (!Number.isNaN(given)) ledger.give(rule, given)
    }
    const sum = ledger.sumOf(this.index)
    ledger.giveBlock(this.index, this.isPlain ? sum : this.multiplied(sum, view))
  }

  private multiplied(sum: number, view: View): number {
    return wholeMillionths(this.bounded(view, clampMillionths(sum * this.factor(view))))
  }
}

/** Factors multiply from the smallest up; none beyond the largest double. */
function factorOf({ multipliers }: Block, compiler: Compiler): (view: View) => number {
  if (multipliers.length === 0) return () => 1
  const sorted = [...multipliers].sort((a, b) => a.factor - b.factor)
  const reads = sorted.map(({ when }) => compiler.read(when.expr))
  return view => {
    let product = 1
    reads.forEach((read, i) => {
      if (read(view, NONE) === true) product *= sorted[i]?.factor as number
    })
    return Math.min(Number.MAX_VALUE, product)
  }
}
