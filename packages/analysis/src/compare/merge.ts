/** Two programs as one that scores a lead with both: everything of the first, then everything of the second. */
import {
  type EventSet,
  type Expr,
  fold,
  type Grade,
  type Program,
  type Promised,
  type Score,
  type Stage,
  type StageLine,
} from '@merit-lang/runtime'
import { NotComparable } from './fields.ts'
import { type Rewrite, rewriter } from './rewriter.ts'
import { type SideSchema, schemaOf } from './schema.ts'

export interface Merged {
  readonly program: Program
  readonly sides: readonly [Side, Side]
}

/** Where the parts of one program stand in the merged one, by their own index. */
export interface Side {
  readonly scores: readonly number[]
  readonly grades: readonly number[]
  /** Whether the lead is in the stage, not being disqualified on this side. */
  readonly stages: readonly Expr[]
  readonly disqualifications: readonly Expr[]
}

/**
 * @param same by the index of a score of `b`, the score of `a` that stands for it, where they are known to be alike.
 * @throws NotComparable where both read the same data as things that have nothing in common.
 */
export function merged(a: Program, b: Program, same: ReadonlyMap<number, number> = new Map()): Merged {
  if (JSON.stringify([a.zone.since, a.zone.offset]) !== JSON.stringify([b.zone.since, b.zone.offset]))
    throw new NotComparable(`the time zone is ${a.zone.name} here and ${b.zone.name} there`)
  const { attributes, events, sides } = schemaOf(a, b)
  const first = new Rewriting(a, sides[0], {
    values: 0,
    sets: 0,
    grades: 0,
    stages: 0,
    scores: a.scores.map((_, i) => i),
  })
  const second = new Rewriting(b, sides[1], {
    values: a.values.length,
    sets: a.sets.length,
    grades: a.grades.length,
    stages: a.stages.length,
    scores: placesOf(b, a.scores.length, same),
  })
  const both = <T>(parts: (side: Rewriting) => readonly T[]) => [...parts(first), ...parts(second)]
  return {
    sides: [first.side(), second.side()],
    program: {
      ...{ language: a.language, name: '', revision: '', unsupported: [] },
      zone: { ...a.zone, declared: a.zone.declared && b.zone.declared },
      attributes,
      events,
      values: both(side => side.values()),
      sets: both(side => side.sets()),
      scores: [...first.scores(new Map()), ...second.scores(same)],
      grades: both(side => side.grades()),
      stages: both(side => side.stages()),
      disqualifications: [],
      promises: both(side => side.conditions().map(asPromise)),
    },
  }
}

function placesOf({ scores }: Program, from: number, same: ReadonlyMap<number, number>): readonly number[] {
  let next = from
  return scores.map((_, index) => same.get(index) ?? next++)
}

/** What the program asks of leads is what is known of them: also what only disqualifies. */
function asPromise(expr: Expr): Promised {
  return { kind: 'never', text: '', condition: { expr, parts: [] }, span: { path: '', line: 0, column: 0 } }
}

interface Places {
  readonly values: number
  readonly sets: number
  readonly grades: number
  readonly stages: number
  /** By own index. */
  readonly scores: readonly number[]
}

type Threshold = NonNullable<StageLine['at']>

/** Parts of one program in the terms of the merged one; what only explanations need is left out. */
class Rewriting {
  private readonly program: Program
  private readonly schema: SideSchema
  private readonly places: Places

  constructor(program: Program, schema: SideSchema, places: Places) {
    this.program = program
    this.schema = schema
    this.places = places
  }

  side(): Side {
    const { scores, grades } = this.places
    return {
      scores,
      grades: this.program.grades.map((_, index) => grades + index),
      stages: this.program.stages.map((_, index) => this.stage(index)),
      disqualifications: this.conditions(),
    }
  }

  values = (): readonly Expr[] => this.program.values.map(value => this.part(value))
  sets = (): readonly EventSet[] => this.program.sets.map(set => this.part(set))
  grades = (): readonly Grade[] => this.program.grades.map(grade => this.grade(grade))
  stages = (): readonly Stage[] => this.program.stages.map(stage => this.part(stage))
  conditions = (): readonly Expr[] => this.program.disqualifications.map(({ when }) => this.part(when.expr))

  scores(same: ReadonlyMap<number, number>): readonly Score[] {
    return this.program.scores.flatMap((score, index) => (same.has(index) ? [] : [this.part(score)]))
  }

  private grade(grade: Grade): Grade {
    if (grade.kind === 'cases') return this.part(grade)
    return { ...grade, grades: grade.grades.map(index => index + this.places.grades) }
  }

  /** A disqualified lead is in no stage of its own side. */
  private stage(index: number): Expr {
    const stage: Expr = { op: 'stage', index: index + this.places.stages }
    const kept = this.conditions().map((of): Expr => ({ op: 'not', of }))
    return kept.length > 0 ? { op: 'and', of: [stage, ...kept] } : stage
  }

  private attribute(own: number): Expr {
    const { index, read, listed } = this.schema.attributes[own] as SideSchema['attributes'][number]
    if (!listed) return read({ op: 'attribute', index })
    throw new NotComparable(`\`${this.program.attributes[own]?.name}\` does not have the same values`)
  }

  /** Nothing is asked about a value that a side does not list. */
  private list(list: Expr): Expr {
    if (list.op !== 'attribute') return this.part(list)
    return { op: 'attribute', index: this.schema.attributes[list.index]?.index as number }
  }

  private isKnown(of: Expr): Expr {
    const listed = of.op === 'attribute' ? this.schema.attributes[of.index]?.listed : undefined
    if (!listed) return { op: 'known', of: this.part(of) }
    const items = listed.map((value): Expr => ({ op: 'const', value: fold(value) }))
    return { op: 'or', of: items.map((item): Expr => ({ op: 'has', list: this.list(of), item })) }
  }

  private threshold({ score, threshold }: Threshold) {
    return { score: this.places.scores[score], threshold: this.part(threshold) }
  }

  private readonly operations: Readonly<Record<string, (part: never) => unknown>> = {
    attribute: ({ index }: { index: number }) => this.attribute(index),
    has: (part: { list: Expr; item: Expr }) => ({ op: 'has', list: this.list(part.list), item: this.part(part.item) }),
    known: ({ of }: { of: Expr }) => this.isKnown(of),
    property: ({ name }: { name: string }) =>
      this.schema.properties.get(name)?.({ op: 'property', name }) ?? { op: 'property', name },
    value: ({ index }: { index: number }) => ({ op: 'value', index: index + this.places.values }),
    sharedSet: ({ index }: { index: number }) => ({ op: 'sharedSet', index: index + this.places.sets }),
    score: ({ index }: { index: number }) => ({ op: 'score', index: this.places.scores[index] }),
    grade: ({ index }: { index: number }) => ({ op: 'grade', index: index + this.places.grades }),
    stage: ({ index }: { index: number }) => this.stage(index),
    events: ({ types }: { types: readonly number[] }) => ({
      op: 'events',
      types: types.map(type => this.schema.events[type]),
    }),
  }

  private readonly part: Rewrite = rewriter(this.operations, (key, value, rewrite) => {
    if (key === 'parts' || key === 'reads') return []
    if (key === 'subject') return undefined
    if (key === 'steps') return rewrite((value as readonly unknown[]).slice(-1))
    if (key === 'at' && typeof value === 'object') return this.threshold(value as Threshold)
    return rewrite(value)
  })
}
