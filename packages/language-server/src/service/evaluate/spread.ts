/** How many leads come out at one instant: their scores, stages, grades, and what each rule gives. */
import type { Program } from '@merit-lang/runtime'
import { columnsOf, Engine, type LeadColumns } from '@merit-lang/runtime/batch'
import type { Breathe } from './breathe.ts'
import { rulesOf } from './rules.ts'

export interface Spread {
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** Of leads. */
  readonly count: number
  /** By score: the points of all leads, ascending. */
  readonly scores: readonly Float64Array[]
  /** By stage: how many leads are in it. */
  readonly stages: readonly number[]
  /** By grade: how many leads have each label. */
  readonly grades: readonly ReadonlyMap<string, number>[]
  /** By reason. */
  readonly disqualified: readonly number[]
  /** Leads with any reason. */
  readonly refused: number
  /** By rule, as rules stand in the file. */
  readonly rules: readonly RuleSpread[]
  /** Leads with values that are not as declared, and the first of these. */
  readonly misfits: { readonly count: number; readonly first?: { readonly lead: number; readonly message: string } }
}

export interface RuleSpread {
  /** How many leads it gives points to. */
  readonly matched: number
  /** What it gives them together. */
  readonly points: number
}

const toPoints = (millionths: number) => millionths / 1e6

/** So many leads are read between two breaths. */
const AT_ONCE = 64

/** Leads as scoring reads them: read once, and scored after every edit that leaves the declarations as they are. */
export async function readColumns(
  program: Program,
  leads: readonly unknown[],
  breathe: Breathe,
): Promise<readonly LeadColumns[]> {
  const columns: LeadColumns[] = []
  for (let start = 0; start < leads.length; start += AT_ONCE) {
    await breathe()
    columns.push(columnsOf({ program }, leads.slice(start, start + AT_ONCE)))
  }
  return columns
}

/** The instant of the newest event that the program knows; undefined where there is none. */
export function newestEvent(leads: readonly LeadColumns[]): number | undefined {
  let newest = Number.NEGATIVE_INFINITY
  for (const { count, events } of leads)
    for (let i = 0; i < (events.from[count] as number); i++) newest = Math.max(newest, events.at[i] as number)
  return Number.isFinite(newest) ? newest : undefined
}

/** By the engine, which gives what the reference gives. The program must have nothing unsupported, and `now` be of the years 0001 to 9999. */
export async function spreadOf(
  program: Program,
  leads: readonly LeadColumns[],
  now: number,
  breathe: Breathe,
): Promise<Spread> {
  const tally = new Tally(
    program,
    leads.reduce((sum, { count }) => sum + count, 0),
  )
  for (const columns of leads)
    for (let row = 0; row < columns.count; row++) {
      const pause = breathe()
      if (pause) await pause
      tally.add(columns, row, now)
    }
  return tally.spread(now, breathe)
}

class Tally {
  private readonly engine: Engine
  private readonly count: number
  private readonly scores: readonly Float64Array[]
  private readonly stages: number[]
  /** By grade, by the place of the label. */
  private readonly grades: readonly number[][]
  private readonly disqualified: number[]
  private refused = 0
  private added = 0
  private readonly matched: number[] = []
  private readonly given: number[] = []
  private misfits: Spread['misfits'] = { count: 0 }

  constructor(program: Program, count: number) {
    this.engine = new Engine(program)
    this.count = count
    this.scores = program.scores.map(() => new Float64Array(count))
    this.stages = program.stages.map(() => 0)
    this.grades = program.grades.map(() => [])
    this.disqualified = program.disqualifications.map(() => 0)
  }

  add(columns: LeadColumns, row: number, now: number): void {
    const index = this.added++
    const [issue] = columns.issues.get(row) ?? []
    if (issue) {
      const first = this.misfits.first ?? { lead: index, message: issue.message }
      this.misfits = { count: this.misfits.count + 1, first }
    }
    const { scores, grades, stages, disqualified } = this.engine.score(columns, row, now, true)
    for (const [i, points] of this.scores.entries()) points[index] = toPoints(scores[i] as number)
    for (const [i, counts] of this.grades.entries()) addTo(counts, grades[i] as number, 1)
    for (let i = 0; i < this.stages.length; i++) addTo(this.stages, i, stages[i] as number)
    for (let i = 0; i < this.disqualified.length; i++) addTo(this.disqualified, i, disqualified[i] as number)
    if (disqualified.includes(1)) this.refused++
    this.engine.given((rule, points) => {
      addTo(this.matched, rule, 1)
      addTo(this.given, rule, points)
    })
  }

  async spread(now: number, breathe: Breathe): Promise<Spread> {
    for (const points of this.scores) {
      await breathe()
      points.sort()
    }
    const rules = rulesOf(this.engine.program).map((_, rule) => ({
      matched: this.matched[rule] ?? 0,
      points: toPoints(this.given[rule] ?? 0),
    }))
    return {
      now,
      count: this.count,
      scores: this.scores,
      stages: this.stages,
      grades: this.grades.map((counts, grade) => this.byLabel(grade, counts)),
      disqualified: this.disqualified,
      refused: this.refused,
      rules,
      misfits: this.misfits,
    }
  }

  private byLabel(grade: number, counts: readonly number[]): ReadonlyMap<string, number> {
    return new Map(counts.flatMap((count, place) => (count ? [[this.engine.labelOf(grade, place), count]] : [])))
  }
}

function addTo(counts: number[], at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more
}
