/** What a run over many leads comes to, in memory that does not grow with them. */
import type { Issue, Program, Result } from '@merit-lang/runtime'

export interface Spread {
  readonly least: number
  readonly mean: number
  readonly most: number
}

export interface IssueKind {
  readonly count: number
  /** The message of the first of its kind. */
  readonly example: string
}

/** Above this many kinds, further ones are counted together. */
const mostIssueKinds = 200

export class Summary {
  leads = 0
  disqualified = 0
  withIssues = 0
  readonly #scores = new Map<string, { least: number; sum: number; most: number }>()
  readonly #stages = new Map<string, number>()
  readonly #grades = new Map<string, Map<string, number>>()
  readonly #issues = new Map<string, { count: number; example: string }>()

  add(result: Result): void {
    this.leads++
    if (result.disqualified.length > 0) this.disqualified++
    if (result.issues.length > 0) this.withIssues++
    for (const [name, points] of Object.entries(result.scores)) this.#addScore(name, points)
    for (const [name, holds] of Object.entries(result.stages)) if (holds) increment(this.#stages, name)
    for (const [name, label] of Object.entries(result.grades)) this.#addGrade(name, label)
    for (const issue of result.issues) this.#addIssue(issue)
  }

  spread(score: string): Spread {
    const { least, sum, most } = this.#scores.get(score) ?? { least: 0, sum: 0, most: 0 }
    return { least, most, mean: this.leads === 0 ? 0 : sum / this.leads }
  }

  inStage(stage: string): number {
    return this.#stages.get(stage) ?? 0
  }

  /** How many leads have each label, in the order of the grade's cases. */
  labels(grade: Program['grades'][number]): [string, number][] {
    const counts = this.#grades.get(grade.name) ?? new Map<string, number>()
    if (grade.kind === 'joined') return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
    const labels = new Set([...grade.cases.map(({ label }) => label), grade.otherwise])
    return [...labels].map(label => [label, counts.get(label) ?? 0])
  }

  /** Most frequent first. */
  issues(): IssueKind[] {
    return [...this.#issues.values()].sort((a, b) => b.count - a.count)
  }

  #addScore(name: string, points: number): void {
    const so = this.#scores.get(name) ?? { least: points, sum: 0, most: points }
    const next = { least: Math.min(so.least, points), sum: so.sum + points, most: Math.max(so.most, points) }
    this.#scores.set(name, next)
  }

  #addGrade(name: string, label: string): void {
    const counts = this.#grades.get(name) ?? new Map<string, number>()
    this.#grades.set(name, counts)
    increment(counts, label)
  }

  #addIssue({ code, path, message }: Issue): void {
    const kind = `${code} ${path.replace(/\[\d+\]/g, '[]')}`
    const key = this.#issues.has(kind) || this.#issues.size < mostIssueKinds ? kind : 'others'
    const so = this.#issues.get(key)
    if (so) so.count++
    else this.#issues.set(key, { count: 1, example: key === kind ? message : 'Other issues.' })
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
