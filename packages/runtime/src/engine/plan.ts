import type { Columns } from '../columns/columns.ts'
import type { Program, Rule } from '../program.ts'
import type { Lines } from '../timeline/timeline.ts'
import { BlockSum, Numbering } from './blocks.ts'
import { Compiler } from './compiler.ts'
import { Gather } from './gather.ts'
import { lastingOf } from './lasting.ts'
import { Ledger } from './ledger.ts'
import { type Outcome, Results } from './outcomes.ts'
import { Screen } from './screen.ts'
import { Binding, NONE, newView, type Read, type View } from './view.ts'
import { boundsOf, fromBillionths, type Worth, worthOf } from './worth.ts'

/** A rule of which the events are gathered: what follows from its tally. */
interface Gathered {
  readonly rule: number
  readonly when: Read | undefined
  readonly bounds: (view: View, sum: number) => number
}

/** How a program is run: which of its rules are looked up, and which are asked for every row. */
export class Plan {
  readonly results: Results
  readonly ledger: Ledger
  readonly numbering = new Numbering()
  readonly view = newView()
  readonly compiler: Compiler
  readonly program: Program
  private readonly indexed: boolean
  private other: Plan | undefined
  private readonly gather: Gather
  private readonly screen: Screen
  private readonly binding = new Binding()
  /** By tally. Counts have tallies too, and nothing here. */
  private readonly gathered: Gathered[] = []
  private readonly blocks: readonly BlockSum[]
  private readonly active: boolean[] = []
  private readonly worths: (Worth | undefined)[] = []

  /** `indexed`: whether rules are looked up at all. */
  constructor(program: Program, indexed: boolean) {
    this.program = program
    this.indexed = indexed
    const roots = program.scores.map(score => (score.kind === 'rules' ? this.numbering.add(score.block) : -1))
    const { rules, blocks, blockOf, parents } = this.numbering
    this.compiler = new Compiler(program)
    this.gather = new Gather(this.compiler)
    this.screen = new Screen(this.compiler, blockOf)
    this.ledger = new Ledger(blockOf, parents)
    const asked: number[][] = blocks.map(() => [])
    rules.forEach((rule, index) => {
      if (!indexed || !this.index(rule, index)) asked[blockOf[index] as number]?.push(index)
    })
    this.blocks = blocks.map(
      (block, index) =>
        new BlockSum(
          index,
          block,
          (asked[index] ?? []).map(rule => this.asking(rule)),
          this.compiler,
        ),
    )
    const source = { scoreOf: (score: number) => this.sumOf(roots, score), lasting: () => this.lasting() }
    this.results = new Results(program, this.compiler, this.view, source)
    this.view.outcome = this.results
    for (const set of this.compiler.features.counted) this.gather.hearCount(set)
    this.gather.begin()
    this.screen.begin()
  }

  /** Whether the rule can be looked up. */
  private index(rule: Rule, index: number): boolean {
    if (!rule.on) return this.screen.take(index, rule)
    const tally = this.gather.hear(rule)
    if (tally === undefined) return false
    const when = rule.when && this.compiler.read(rule.when.expr)
    this.gathered[tally] = { rule: index, when, bounds: boundsOf(rule, this.compiler) }
    return true
  }

  private asking(rule: number): { readonly rule: number; readonly worth: Worth } {
    return { rule, worth: this.worthOf(rule) }
  }

  private worthOf(rule: number): Worth {
    this.worths[rule] ??= worthOf(this.numbering.rules[rule] as Rule, this.compiler)
    return this.worths[rule]
  }

  private lasting(): Lines {
    this.other ??= new Plan(this.program, this.indexed)
    return lastingOf(this.other, this.view)
  }

  /** The blocks of a score lie between the outermost of the score before and its own, inner ones first. */
  private sumOf(roots: readonly number[], score: number): Worth {
    const root = roots[score] as number
    const first = Math.max(-1, ...roots.slice(0, score)) + 1
    return view => {
      for (let block = root; block >= first; block--) this.active[block] = this.isActive(block, view)
      for (let block = first; block <= root; block++)
        if (this.active[block]) (this.blocks[block] as BlockSum).close(view, this.ledger)
      return this.ledger.given[root] as number
    }
  }

  private isActive(block: number, view: View): boolean {
    const parent = this.numbering.parents[block] as number
    return (parent < 0 || this.active[parent] === true) && (this.blocks[block] as BlockSum).applies(view)
  }

  /** Scores the row. `recording`: the ledger is to hold what each rule gave. */
  run(columns: Columns, row: number, now: number, recording: boolean): Outcome {
    this.turnTo(columns, row, now, recording)
    this.results.finish()
    return this.results.outcome
  }

  /** Goes through events and attributes of the row; scores and all that follows can then be asked for. */
  turnTo(columns: Columns, row: number, now: number, recording: boolean): void {
    const { view, ledger, results } = this
    this.lookAt(columns, row, now)
    ledger.clear(recording)
    results.begin()
    this.gather.run(view)
    this.giveGathered()
    this.screen.run(view, ledger)
    results.early = false
  }

  /** The rules that gave points to blocks that count, as they stand in the file; in whole millionths. */
  given<T>(describe: (rule: number, points: number) => T): T[] {
    const { blockOf } = this.numbering
    const given: T[] = []
    this.ledger.each((rule, points) => {
      if (points !== 0 && this.active[blockOf[rule] as number]) given.push(describe(rule, points))
    })
    return given
  }

  /** The blocks that count and make something else of the sum of what is in them, inner ones first; in whole millionths. */
  adjusted<T>(describe: (block: number, points: number) => T): T[] {
    const { sums, given } = this.ledger
    return this.blocks.flatMap((_, block) => {
      const points = (given[block] as number) - (sums[block] as number)
      return points !== 0 && this.active[block] ? [describe(block, points)] : []
    })
  }

  private lookAt(columns: Columns, row: number, now: number): void {
    const { view } = this
    const { from, at } = columns.events
    if (view.columns !== columns) this.bind(columns)
    view.turn++
    view.row = row
    view.now = now
    view.first = from[row] as number
    view.end = from[row + 1] as number
    while (view.end > view.first && (at[view.end - 1] as number) > now) view.end--
    view.values = 0
    view.sets = 0
  }

  private bind(columns: Columns): void {
    const { view, binding } = this
    view.columns = columns
    view.type = columns.events.type
    view.at = columns.events.at
    view.place = columns.events.row
    view.attributes = columns.attributes.map(column => binding.bind(column))
    view.properties = columns.events.properties.map(type => type.map(column => binding.bind(column)))
    this.gather.bind(view)
    this.screen.bind(view)
  }

  private giveGathered(): void {
    const { touched, count, sums, rounded } = this.gather
    for (let i = 0; i < count; i++) {
      const gathered = this.gathered[touched[i] as number]
      if (!gathered || (!rounded && gathered.when && gathered.when(this.view, NONE) !== true)) continue
      const { rule, bounds } = gathered
      const points = rounded
        ? this.worthOf(rule)(this.view)
        : bounds(this.view, fromBillionths(sums[touched[i] as number] as number))
      if (!Number.isNaN(points)) this.ledger.give(rule, points)
    }
  }
}
