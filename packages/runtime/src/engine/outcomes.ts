import { bound, millionths } from '../kernel/points.ts'
import type { Grade, Program, Score, StageLine } from '../program.ts'
import type { Lines } from '../timeline/timeline.ts'
import type { Compiler } from './compiler.ts'
import { firstOf } from './reads.ts'
import { NONE, type Outcomes, type Read, type View } from './view.ts'
import { limitOf, type Worth } from './worth.ts'

/** What a row comes to; the next row overwrites it. */
export interface Outcome {
  /** By score, in millionths. */
  readonly scores: Float64Array
  /** By grade, the place of its label among `labels` of the grade. */
  readonly grades: Int32Array
  /** By stage, 1 for a lead that is in it. */
  readonly stages: Uint8Array
  /** By disqualification, 1 where it holds. */
  readonly disqualified: Uint8Array
}

/** Where scores of rules come from, and which lines with `until` are on. */
export interface Source {
  readonly scoreOf: (score: number) => Worth
  readonly lasting: () => Lines
}

/** A rule that is looked up asked for a score, which is known only after all rules. */
export class TooEarly extends Error {}

/** Scores, grades and stages of the row at hand: each when it is first asked for, smaller ones first. */
export class Results implements Outcomes {
  readonly outcome: Outcome
  /** By grade: what its places stand for. Labels of joined grades come to it as they are met. */
  readonly labels: readonly string[][]
  /** True until all rules were looked up. */
  early = true
  private readonly view: View
  private readonly scores: readonly Worth[]
  private readonly grades: readonly Worth[]
  /** By stage, its lines. */
  private readonly stages: readonly (readonly Read[])[]
  private readonly disqualifications: readonly Read[]
  private scored = 0
  private graded = 0
  private staged = 0
  private asked = false
  private out = false
  private readonly source: Source
  private lasting: Lines | undefined

  constructor(program: Program, compiler: Compiler, view: View, source: Source) {
    const { scores, grades, stages, disqualifications } = program
    this.view = view
    this.source = source
    this.labels = grades.map(labelsOf)
    this.scores = scores.map((score, index) =>
      score.kind === 'rules' ? source.scoreOf(index) : formulaOf(score, compiler),
    )
    this.grades = grades.map((grade, index) =>
      grade.kind === 'cases' ? casesOf(grade, compiler) : this.join(grade.grades, index),
    )
    this.stages = stages.map(({ lines }, stage) =>
      lines.map((line, index) => this.lineOf(line, stage, index, compiler)),
    )
    this.disqualifications = disqualifications.map(({ when }) => compiler.read(when.expr))
    this.outcome = {
      scores: new Float64Array(scores.length),
      grades: new Int32Array(grades.length),
      stages: new Uint8Array(stages.length),
      disqualified: new Uint8Array(disqualifications.length),
    }
  }

  begin(): void {
    this.early = true
    this.scored = this.graded = this.staged = 0
    this.asked = false
    this.lasting = undefined
  }

  /** Works out what was not asked for yet. */
  finish(): void {
    const { scores, grades, stages } = this.outcome
    this.early = false
    if (scores.length > 0) this.score(scores.length - 1)
    if (grades.length > 0) this.grade(grades.length - 1)
    this.isDisqualified()
    if (stages.length > 0) this.stage(stages.length - 1)
  }

  score(index: number): number {
    const { scores } = this.outcome
    if (this.early) throw new TooEarly()
    while (this.scored <= index) {
      const next = this.scored
      scores[next] = (this.scores[next] as Worth)(this.view)
      this.scored = next + 1
    }
    return scores[index] as number
  }

  grade(index: number): string {
    const { grades } = this.outcome
    while (this.graded <= index) {
      const next = this.graded
      grades[next] = (this.grades[next] as Worth)(this.view)
      this.graded = next + 1
    }
    return this.labels[index]?.[grades[index] as number] as string
  }

  stage(index: number): boolean {
    const { stages } = this.outcome
    while (this.staged <= index) {
      const next = this.staged
      stages[next] = Number(
        !this.isDisqualified() && firstOf(this.stages[next] as readonly Read[], this.view, NONE) >= 0,
      )
      this.staged = next + 1
    }
    return stages[index] === 1
  }

  /** A disqualified lead is in no stage. */
  private isDisqualified(): boolean {
    if (!this.asked) this.out = this.askReasons()
    this.asked = true
    return this.out
  }

  /** Whether any holds. */
  private askReasons(): boolean {
    const { disqualified } = this.outcome
    let any = false
    for (let i = 0; i < this.disqualifications.length; i++) {
      const holds = (this.disqualifications[i] as Read)(this.view, NONE) === true
      disqualified[i] = holds ? 1 : 0
      any ||= holds
    }
    return any
  }

  private lineOf({ when, until }: StageLine, stage: number, index: number, compiler: Compiler): Read {
    const read = compiler.read(when.expr)
    return until ? (view, event) => read(view, event) === true || this.lasts(stage, index) : read
  }

  private lasts(stage: number, line: number): boolean {
    this.lasting ??= this.source.lasting()
    return this.lasting(stage, line)
  }

  private join(grades: readonly number[], index: number): Worth {
    const places = new Map<string, number>()
    return () => {
      const label = grades.map(grade => this.grade(grade)).join('')
      const place = places.get(label) ?? (this.labels[index] as string[]).push(label) - 1
      places.set(label, place)
      return place
    }
  }
}

function labelsOf(grade: Grade): string[] {
  return grade.kind === 'joined' ? [] : [...grade.cases.map(({ label }) => label), grade.otherwise]
}

function casesOf({ cases }: Extract<Grade, { kind: 'cases' }>, compiler: Compiler): Worth {
  const whens = cases.map(({ when }) => compiler.read(when.expr))
  return view => {
    const place = firstOf(whens, view, NONE)
    return place < 0 ? whens.length : place
  }
}

function formulaOf({ formula, cap, floor }: Extract<Score, { kind: 'formula' }>, compiler: Compiler): Worth {
  const [read, highest, lowest] = [compiler.read(formula), limitOf(cap, compiler), limitOf(floor, compiler)]
  return view => {
    const points = read(view, NONE) as number
    return bound(millionths(Number.isNaN(points) ? 0 : points), highest(view), lowest(view))
  }
}
