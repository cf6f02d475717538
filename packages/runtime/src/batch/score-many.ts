import { LeadReader } from '../columns/reader.ts'
import { Engine } from '../engine/engine.ts'
import { toPoints } from '../kernel/points.ts'
import type { Model, ScoreOptions } from '../model.ts'
import { idAt, type LineProblem, NdjsonReader } from '../ndjson/reader.ts'
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
  /** Lines of NDJSON that are no leads, and were left out. */
  readonly problems: readonly LineProblem[]
  /** One lead's result, as `model.score` gives it. */
  resultAt(index: number): Result
}

/** The label of lead i is `labels[codes[i]]`. */
export interface Labels {
  readonly labels: readonly string[]
  readonly codes: Int32Array
}

/**
 * Scores many leads for one instant: objects as `model.score` takes them, arrays, what `columnsOf` made of either, or lines
 * of JSON as UTF-8, each a lead.
 * @throws as `model.score` and `columnsOf`.
 */
export function scoreMany(
  model: Pick<Model, 'program'>,
  leads: readonly unknown[] | LeadArrays | LeadColumns | Uint8Array,
  { now, strict = false }: ScoreOptions,
): Scored {
  const batch = new Batch(model, Number(now), strict)
  if (leads instanceof Uint8Array) return batch.scoreLines(leads)
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

  /** Some lines at a time, so that what they are read into stays in the caches. */
  scoreLines(bytes: Uint8Array): Scored {
    const reader = new NdjsonReader(this.#engine.program)
    const table = new ScoreTable(this.#engine, lineCount(bytes), formatInstant(this.#now))
    const ids: (string | null)[] = []
    const issues = new Map<number, readonly Issue[]>()
    const problems: LineProblem[] = []
    let before = 0
    for (const [start, end] of slicesOf(bytes)) {
      const lines = reader.read(bytes.subarray(start), end - start)
      for (let row = 0; row < lines.columns.count; row++) {
        const found = lines.issues.get(row) ?? []
        this.#accept(found)
        if (found.length > 0) issues.set(ids.length, found)
        table.put(ids.length, this.#engine.score(lines.columns, row, this.#now))
        ids.push(idAt(lines, row))
      }
      for (const { line, message } of lines.problems) problems.push({ line: before + line, message })
      before += lines.lines
    }
    return table.scored(ids, issues, problems)
  }

  #accept(issues: readonly Issue[]): void {
    if (this.#strict && issues.length > 0) throw new LeadRefused(issues)
  }
}

/** In bytes, about. */
const slice = 1 << 20

/** Whole lines, behind a byte order mark. */
function* slicesOf(bytes: Uint8Array): Generator<readonly [start: number, end: number]> {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, Math.min(start + slice, bytes.length - 1))
    const end = found < 0 ? bytes.length : found + 1
    yield [start, end]
    start = end
  }
}

/** At most. */
function lineCount(bytes: Uint8Array): number {
  let count = 1
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count++
  return count
}

type Outcome = ReturnType<Engine['score']>

class ScoreTable {
  readonly #engine: Engine
  readonly #at: string
  readonly #scores: readonly Float64Array[]
  readonly #grades: readonly Int32Array[]
  readonly #stages: readonly Uint8Array[]
  readonly #disqualified: readonly Uint8Array[]

  constructor(engine: Engine, count: number, at: string) {
    const { scores, grades, stages, disqualifications } = engine.program
    this.#engine = engine
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

  /** @param ids as many as there are rows, which may be fewer than there is room for */
  scored(ids: Scored['ids'], issues: Scored['issues'], problems: Scored['problems'] = []): Scored {
    const count = ids.length
    const { scores, grades, stages, disqualifications, revision } = this.#engine.program
    const labels = grades.map((_, grade) => this.#labelsOf(grade, count))
    return {
      count,
      at: this.#at,
      revision,
      ids,
      scores: byName(scores, i => (this.#scores[i] as Float64Array).subarray(0, count)),
      grades: byName(grades, i => labels[i] as Labels),
      stages: byName(stages, i => (this.#stages[i] as Uint8Array).subarray(0, count)),
      disqualified: disqualifications.map(({ reason }, i) => ({
        reason,
        holds: (this.#disqualified[i] as Uint8Array).subarray(0, count),
      })),
      issues,
      problems,
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

  #labelsOf(grade: number, count: number): Labels {
    const codes = (this.#grades[grade] as Int32Array).subarray(0, count)
    const last = codes.reduce((most, code) => Math.max(most, code), -1)
    return { labels: Array.from({ length: last + 1 }, (_, code) => this.#engine.labelOf(grade, code)), codes }
  }
}

const labelAt = ({ labels, codes }: Labels, index: number) => labels[codes[index] as number] as string

function byName<T>(named: readonly { readonly name: string }[], answer: (index: number) => T): Record<string, T> {
  return Object.fromEntries(named.map(({ name }, index) => [name, answer(index)]))
}
