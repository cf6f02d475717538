/** What a run over many leads comes to, in memory that does not grow with them. Plain data: parts of a file are counted apart. */
import type { Issue, Program } from '@merit-lang/runtime'
import type { Engine } from '@merit-lang/runtime/batch'
import { type Row, type RowId, reasonsOf } from './row.ts'
import { utf8Text } from './texts.ts'

export interface Tally {
  leads: number
  disqualified: number
  withIssues: number
  /** In millionths of points: sums of whole numbers do not depend on their order. */
  readonly scores: Spread[]
  /** By grade, how many leads have each label. */
  readonly labels: Map<string, number>[]
  readonly stages: number[]
  /** By code and path. */
  readonly issues: Map<string, IssueKind>
  /** The first leads of all. */
  readonly first: FirstLead[]
}

export interface Spread {
  least: number
  sum: number
  most: number
}

export interface IssueKind {
  count: number
  /** The message of the first of its kind. */
  readonly example: string
}

export interface FirstLead {
  /** Its number among the leads of its part, counted from 0, where it has none. */
  readonly id: string | number
  readonly points: readonly number[]
  readonly labels: readonly string[]
  readonly stages: readonly boolean[]
  readonly reasons: readonly string[]
  readonly issues: number
}

/** How many first leads are kept. */
export const mostFirst = 20
/** Above this many kinds, further ones are counted together. */
const mostIssueKinds = 200

export function emptyTally({ scores, grades, stages }: Program): Tally {
  return {
    leads: 0,
    disqualified: 0,
    withIssues: 0,
    scores: scores.map(() => ({ least: Number.POSITIVE_INFINITY, sum: 0, most: Number.NEGATIVE_INFINITY })),
    labels: grades.map(() => new Map()),
    stages: stages.map(() => 0),
    issues: new Map(),
    first: [],
  }
}

export function count(tally: Tally, engine: Engine, row: Row): void {
  const { outcome, issues } = row
  tally.leads++
  if (outcome.disqualified.includes(1)) tally.disqualified++
  if (issues.length > 0) tally.withIssues++
  for (const [index, spread] of tally.scores.entries()) widen(spread, outcome.scores[index] as number)
  for (const [index, labels] of tally.labels.entries()) {
    increase(labels, engine.labelOf(index, outcome.grades[index] as number), 1)
  }
  for (const [index, holds] of outcome.stages.entries()) (tally.stages[index] as number) += holds
  for (const issue of issues) addIssue(tally.issues, kindOf(issue), { count: 1, example: issue.message })
  if (tally.first.length < mostFirst) tally.first.push(firstLead(engine, row))
}

/** Adds what a later part of the file comes to, whose leads begin with this number. */
export function add(tally: Tally, part: Tally, leads: number): void {
  tally.leads += part.leads
  tally.disqualified += part.disqualified
  tally.withIssues += part.withIssues
  for (const [index, spread] of part.scores.entries()) join(tally.scores[index] as Spread, spread)
  for (const [index, labels] of part.labels.entries()) {
    for (const [label, times] of labels) increase(tally.labels[index] as Map<string, number>, label, times)
  }
  for (const [index, times] of part.stages.entries()) (tally.stages[index] as number) += times
  for (const [kind, issue] of part.issues) addIssue(tally.issues, kind, issue)
  for (const one of part.first.slice(0, mostFirst - tally.first.length)) {
    tally.first.push(typeof one.id === 'number' ? { ...one, id: String(leads + one.id + 1) } : one)
  }
}

function widen(spread: Spread, points: number): void {
  spread.least = Math.min(spread.least, points)
  spread.sum += points
  spread.most = Math.max(spread.most, points)
}

function join(spread: Spread, other: Spread): void {
  spread.least = Math.min(spread.least, other.least)
  spread.sum += other.sum
  spread.most = Math.max(spread.most, other.most)
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function kindOf({ code, path }: Issue): string {
  return `${code} ${path.replace(/\[\d+\]/g, '[]')}`
}

function addIssue(issues: Map<string, IssueKind>, kind: string, { count, example }: IssueKind): void {
  const isNamed = issues.has(kind) || issues.size < mostIssueKinds
  const key = isNamed ? kind : 'others'
  const known = issues.get(key)
  if (known) known.count += count
  else issues.set(key, { count, example: isNamed ? example : 'Other issues.' })
}

function firstLead(engine: Engine, row: Row): FirstLead {
  const { outcome, issues, id } = row
  return {
    id: idOf(id),
    points: Array.from(outcome.scores, millionths => millionths / 1e6),
    labels: Array.from(outcome.grades, (place, grade) => engine.labelOf(grade, place)),
    stages: Array.from(outcome.stages, holds => holds === 1),
    reasons: reasonsOf(engine.program, row),
    issues: issues.length,
  }
}

function idOf(id: RowId): string | number {
  if (id.kind === 'text') return id.text
  return id.kind === 'number' ? id.index : utf8Text(id.bytes, id.start, id.end)
}
