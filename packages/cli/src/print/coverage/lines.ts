/** Coverage in the terms of tools for code: lines that are hit, and branches that are taken. */
import { type CoveredGoal, type CoveredStatement, counts } from '@merit-lang/insight'
import { positionAt } from '@merit-lang/language'

export interface CoveredLine {
  /** Counted from 1. */
  readonly line: number
  /** At how many instants of the tests what stands there matched or applied. */
  readonly hits: number
  /**
   * Each a comparison, threshold or row, with how often it came out in each way that it can. Never where the line is not hit:
   * tools hold it for a mistake that a branch is taken in a line that is not.
   */
  readonly branches: readonly (readonly number[])[]
}

/** In order. A line is that in which a statement, comparison, threshold or row begins. */
export function linesOf(statements: readonly CoveredStatement[]): readonly CoveredLine[] {
  const byLine = new Map<number, CoveredGoal[]>()
  for (const goal of statements.flatMap(({ goals }) => goals)) {
    const line = positionAt(goal.span.source, goal.span.start).line
    const others = byLine.get(line)
    if (others) others.push(goal)
    else byLine.set(line, [goal])
  }
  return [...byLine].sort(([a], [b]) => a - b).flatMap(([line, goals]) => lineOf(line, goals))
}

/** None where all that stands there is impossible. */
function lineOf(line: number, all: readonly CoveredGoal[]): readonly CoveredLine[] {
  const goals = all.filter(({ outcomes }) => outcomes.some(counts))
  const own = goals.filter(({ kind }) => kind === 'statement')
  const hits = sum((own.length > 0 ? own : goals).flatMap(timesOf))
  const branches = goals.filter(({ kind }) => kind !== 'statement').map(timesOf)
  const taken = branches.map(times => times.map(one => (hits > 0 ? one : 0)))
  return goals.length > 0 ? [{ line, hits, branches: taken }] : []
}

const timesOf = ({ outcomes }: CoveredGoal) => outcomes.filter(counts).map(({ seen }) => seen)
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** How many lines and branches there are, and how many of them are hit. */
export interface Hits {
  readonly lines: number
  readonly linesHit: number
  readonly branches: number
  readonly branchesHit: number
}

export function hitsOf(lines: readonly CoveredLine[]): Hits {
  const branches = lines.flatMap(one => one.branches.flat())
  return {
    lines: lines.length,
    linesHit: lines.filter(({ hits }) => hits > 0).length,
    branches: branches.length,
    branchesHit: branches.filter(times => times > 0).length,
  }
}
