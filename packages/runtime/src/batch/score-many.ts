import { LeadReader } from '../columns/reader.ts'
import { Engine } from '../engine/engine.ts'
import { toPoints } from '../kernel/points.ts'
import type { Model, ScoreOptions } from '../model.ts'
import { LeadRefused } from '../refused.ts'
import type { Issue, Result } from '../result.ts'
import { formatInstant } from '../time/instant.ts'
import { columnsOf, type LeadArrays, type LeadColumns } from './columns-of.ts'

/** The results of many leads in columns: entry i of each is of lead i. */
export interface Scored {
  readonly count: number
  /** The instant for which they were scored, ISO 8601 in UTC. */
  readonly at: string
  readonly revision: string
  readonly ids: readonly (string | null)[]
  /** In points. */
  readonly scores: Readonly<Record<string, Float64Array>>
  readonly grades: Readonly<Record<string, Labels>>
  /** 1 for a lead that is in the stage. */
  readonly stages: Readonly<Record<string, Uint8Array>>
  /** In the order of the file. 1 for a lead that the reason holds for. */
  readonly disqualified: readonly { readonly reason: string; readonly holds: Uint8Array }[]
  /** Of the leads that have any. */
  readonly issues: ReadonlyMap<number, readonly Issue[]>
  /** One lead's result, as `model.score` gives it. */
  resultAt(index: number): Result
}

/** The label of lead i is `labels[codes[i]]`. */
export interface Labels {
  readonly labels: readonly string[]
  readonly codes: Int32Array
}

/**
 * Scores many leads for one instant: objects as `model.score` takes them, arrays, or what `columnsOf` made of either.
 * @throws as `model.score` and `columnsOf`.
 */
export function scoreMany(
  model: Pick<Model, 'program'>,
  leads: readonly unknown[] | LeadArrays | LeadColumns,
  { now, strict = false }: ScoreOptions,
): Scored {
  const batch = new Batch(model, Number(now), strict)
  if (Array.isArray(leads)) return batch.scoreObjects(leads)
  return batch.scoreColumns('count' in leads ? leads : columnsOf(model, leads as LeadArrays))
}

/** Engines stay with their models: what they found out of values serves the next leads, too. */
const engines = new WeakMap<object, Engine>()

function engineOf({ program }: Pick<Model, 'program'>): Engine {
  const engine = engines.get(program) ?? new Engine(program)
  engines.set(program, engine)
  return engine
}

class Batch {
  readonly #engine: Engine
  readonly #now: number
  readonly #strict: boolean

  constructor(model: Pick<Model, 'program'>, now: number, strict: boolean) {
    this.#engine = engineOf(model)
    this.#now = now
    this.#strict = strict
  }

  scoreColumns(columns: LeadColumns): Scored {
    const table = new ScoreTable(this.#engine, columns.count, formatInstant(this.#now))
    for (let row = 0; row < columns.count; row++) {
      this.#accept(columns.issues.get(row) ?? [])
      table.put(row, this.#engine.score(columns, row, this.#now))
    }
    return table.scored(columns.ids, columns.issues)
  }

  /** One lead after the other through columns of one lead: no object is kept, and no column that a score does not need. */
  scoreObjects(leads: readonly unknown[]): Scored {
    const reader = new LeadReader(this.#engine.program)
    const table = new ScoreTable(this.#engine, leads.length, formatInstant(this.#now))
    const issues = new Map<number, readonly Issue[]>()
    const ids = leads.map((lead, row) => {
      reader.read(lead)
      this.#accept(reader.issues)
      if (reader.issues.length > 0) issues.set(row, reader.issues)
      table.put(row, this.#engine.score(reader.columns, 0, this.#now))
      return reader.id
    })
    return table.scored(ids, issues)
  }

  #accept(issues: readonly Issue[]): void {
    if (this.#strict && issues.length > 0) throw new LeadRefused(issues)
  }
}

type Outcome = ReturnType<Engine['score']>

class ScoreTable {
  readonly #engine: Engine
  readonly #count: number
  readonly #at: string
  readonly #scores: readonly Float64Array[]
  readonly #grades: readonly Int32Array[]
  readonly #stages: readonly Uint8Array[]
  readonly #disqualified: readonly Uint8Array[]

  constructor(engine: Engine, count: number, at: string) {
    const { scores, grades, stages, disqualifications } = engine.program
    this.#engine = engine
    this.#count = count
    this.#at = at
    this.#scores = scores.map(() => new Float64Array(count))
    this.#grades = grades.map(() => new Int32Array(count))
    this.#stages = stages.map(() => new Uint8Array(count))
    this.#disqualified = disqualifications.map(() => new Uint8Array(count))
  }

  put(row: number, { scores, grades, stages, disqualified }: Outcome): void {
    for (let i = 0; i < this.#scores.length; i++) (this.#scores[i] as Float64Array)[row] = toPoints(scores[i] as number)
    for (let i = 0; i < this.#grades.length; i++) (this.#grades[i] as Int32Array)[row] = grades[i] as number
    for (let i = 0; i < this.#stages.length; i++) (this.#stages[i] as Uint8Array)[row] = stages[i] as number
    for (let i = 0; i < this.#disqualified.length; i++)
      (this.#disqualified[i] as Uint8Array)[row] = disqualified[i] as number
  }

  scored(ids: Scored['ids'], issues: Scored['issues']): Scored {
    const { scores, grades, stages, disqualifications, revision } = this.#engine.program
    const labels = grades.map((_, grade) => this.#labelsOf(grade))
    return {
      count: this.#count,
      at: this.#at,
      revision,
      ids,
      scores: byName(scores, i => this.#scores[i] as Float64Array),
      grades: byName(grades, i => labels[i] as Labels),
      stages: byName(stages, i => this.#stages[i] as Uint8Array),
      disqualified: disqualifications.map(({ reason }, i) => ({ reason, holds: this.#disqualified[i] as Uint8Array })),
      issues,
      resultAt: index => ({
        id: ids[index] as string | null,
        at: this.#at,
        scores: byName(scores, i => this.#scores[i]?.[index] as number),
        grades: byName(grades, i => labelAt(labels[i] as Labels, index)),
        stages: byName(stages, i => this.#stages[i]?.[index] === 1),
        disqualified: disqualifications.filter((_, i) => this.#disqualified[i]?.[index] === 1).map(one => one.reason),
        issues: issues.get(index) ?? [],
        revision,
      }),
    }
  }

  #labelsOf(grade: number): Labels {
    const codes = this.#grades[grade] as Int32Array
    const last = codes.reduce((most, code) => Math.max(most, code), -1)
    return { labels: Array.from({ length: last + 1 }, (_, code) => this.#engine.labelOf(grade, code)), codes }
  }
}

const labelAt = ({ labels, codes }: Labels, index: number) => labels[codes[index] as number] as string

function byName<T>(named: readonly { readonly name: string }[], answer: (index: number) => T): Record<string, T> {
  return Object.fromEntries(named.map(({ name }, index) => [name, answer(index)]))
}
