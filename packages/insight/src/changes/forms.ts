/** Parts of two versions of a model, told alike by what they mean: names, places and layout do not count. */
import { Canonical, type Rewrite, rewriter } from '@merit-lang/analysis'
import type { Block, Condition, EventSet, Expr, Multiplier, Program, Rule } from '@merit-lang/runtime'

export type Side = 0 | 1

/** What forms are told of. Of a block only what it makes of the sum of its items. */
export type Formed = Expr | EventSet | Condition | Rule | Multiplier | Block

/** What is named in both versions, under the name that it has now. */
export interface Renamed {
  readonly attribute: ReadonlyMap<string, string>
  readonly score: ReadonlyMap<string, string>
  readonly grade: ReadonlyMap<string, string>
  readonly stage: ReadonlyMap<string, string>
}

export const nothingRenamed: Renamed = { attribute: new Map(), score: new Map(), grade: new Map(), stage: new Map() }

/** By side and index in `values` or `sets`, the name of a definition that is not looked into. */
export interface Opaque {
  readonly values: readonly [ReadonlyMap<number, string>, ReadonlyMap<number, string>]
  readonly sets: readonly [ReadonlyMap<number, string>, ReadonlyMap<number, string>]
}

const nothingOpaque: Opaque = { values: [new Map(), new Map()], sets: [new Map(), new Map()] }

export class Forms {
  private readonly canonical: Canonical
  private readonly sides: readonly [Rewriting, Rewriting]

  constructor(before: Program, after: Program, renamed: Renamed = nothingRenamed, opaque: Opaque = nothingOpaque) {
    const events = [...new Set([...before.events, ...after.events].map(({ name }) => name))]
    const first = new Rewriting(before, events, renamed, { values: 0, sets: 0 })
    const second = new Rewriting(after, events, nothingRenamed, {
      values: before.values.length,
      sets: before.sets.length,
    })
    this.sides = [first, second]
    this.canonical = new Canonical({
      ...after,
      values: this.sides.flatMap((one, side) => one.values(opaque.values[side as Side])),
      sets: this.sides.flatMap((one, side) => one.sets(opaque.sets[side as Side])),
    })
  }

  /** Equal numbers: the same in form. */
  of(side: Side, formed: Formed | undefined): number {
    if (formed === undefined) return -1
    const part = this.sides[side].part(formed)
    if ('op' in part) return this.canonical.of(part)
    if ('expr' in part) return this.canonical.of(part.expr)
    if (part.kind === 'rule') return this.canonical.rule(part)
    if (part.kind === 'block') return this.canonical.number(`frame ${this.canonical.frame(part)}`)
    return this.canonical.number(`multiplier ${this.canonical.of(part.when.expr)} ${part.factor}`)
  }

  same(before: Formed | undefined, after: Formed | undefined): boolean {
    return this.of(0, before) === this.of(1, after)
  }
}

/** Parts of one version with names for indices, which the other version does not share. */
class Rewriting {
  private readonly program: Program
  private readonly events: readonly string[]
  private readonly renamed: Renamed
  private readonly first: { readonly values: number; readonly sets: number }

  constructor(program: Program, events: readonly string[], renamed: Renamed, first: Rewriting['first']) {
    this.program = program
    this.events = events
    this.renamed = renamed
    this.first = first
  }

  values(opaque: ReadonlyMap<number, string>): readonly Expr[] {
    return this.program.values.map((value, index) => {
      const name = opaque.get(index)
      return name === undefined ? this.part(value) : named('definition', name)
    })
  }

  /** A set that is not looked into: that of a moment which nothing else has. */
  sets(opaque: ReadonlyMap<number, string>): readonly EventSet[] {
    return this.program.sets.map((set, index) => {
      const name = opaque.get(index)
      return name === undefined ? this.part(set) : { op: 'moment', of: named('definition', name) }
    })
  }

  private nameOf(kind: keyof Renamed, parts: readonly { readonly name: string }[], index: number): Expr {
    const { name } = parts[index] as { name: string }
    return named(kind, this.renamed[kind].get(name) ?? name)
  }

  private readonly operations: Readonly<Record<string, (part: never) => unknown>> = {
    attribute: ({ index }: { index: number }) => this.nameOf('attribute', this.program.attributes, index),
    score: ({ index }: { index: number }) => this.nameOf('score', this.program.scores, index),
    grade: ({ index }: { index: number }) => this.nameOf('grade', this.program.grades, index),
    stage: ({ index }: { index: number }) => this.nameOf('stage', this.program.stages, index),
    value: ({ index }: { index: number }) => ({ op: 'value', index: index + this.first.values }),
    sharedSet: ({ index }: { index: number }) => ({ op: 'sharedSet', index: index + this.first.sets }),
    events: ({ types }: { types: readonly number[] }) => ({
      op: 'events',
      types: types.map(type => this.events.indexOf(this.program.events[type]?.name ?? '')),
    }),
  }

  readonly part: Rewrite = rewriter(this.operations)
}

/** As a property that no event can have. */
function named(kind: string, name: string): Expr {
  return { op: 'property', name: `\0${kind} ${name}` }
}
