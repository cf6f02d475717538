import { LeadReader } from '../columns/reader.ts'
import { toPoints } from '../kernel/points.ts'
import type { Contribution, Contributions, Model, ScoreOptions } from '../model.ts'
import type { Block, Program, Rule } from '../program.ts'
import { LeadRefused } from '../refused.ts'
import type { Result } from '../result.ts'
import { formatInstant } from '../time/instant.ts'
import { Engine } from './engine.ts'
import type { Outcome } from './outcomes.ts'

/**
 * A model that is ready to score.
 * @throws UnsupportedProgram where the program has forms that this version cannot run.
 */
export function modelOf(program: Program): Model {
  const scoring = scoringOf<unknown>(program, (reader, lead) => reader.read(lead))
  return { name: program.name, revision: program.revision, program, ...scoring }
}

/** Scores leads as a model does, whatever it is that a lead is read from. */
export interface Scoring<L> {
  score(lead: L, options: ScoreOptions): Result
  contributions(lead: L, options: ScoreOptions): Contributions
}

/** @throws UnsupportedProgram where the program has forms that this version cannot run. */
export function scoringOf<L>(program: Program, read: (reader: LeadReader, lead: L) => void): Scoring<L> {
  const [engine, reader, shape, describe] = [
    new Engine(program),
    new LeadReader(program),
    shapeOf(program),
    describer(program),
  ]
  const run = (lead: L, { now, strict }: ScoreOptions, recording: boolean): Result => {
    read(reader, lead)
    if (strict && reader.issues.length > 0) throw new LeadRefused(reader.issues)
    const outcome = engine.score(reader.columns, 0, Number(now), recording)
    return shape(outcome, engine, reader, Number(now))
  }
  return {
    score: (lead, options) => run(lead, options, false),
    contributions: (lead, options) => {
      const result = run(lead, options, true)
      return {
        ...result,
        rules: engine.given().map(({ rule, points }) => describe(engine.rules[rule] as Rule, points)),
      }
    },
  }
}

/** What an outcome looks like to whoever asked. */
function shapeOf({ scores, grades, stages, disqualifications, revision }: Program) {
  const [scored, graded, staged] = [recordOf<number>(scores), recordOf<string>(grades), recordOf<boolean>(stages)]
  const textOf = rememberingLast(formatInstant)
  return (outcome: Outcome, engine: Engine, { id, issues }: LeadReader, now: number): Result => ({
    id,
    at: textOf(now),
    scores: scored(index => toPoints(outcome.scores[index] as number)),
    grades: graded(index => engine.labelOf(index, outcome.grades[index] as number)),
    stages: staged(index => outcome.stages[index] === 1),
    disqualified: disqualifications.filter((_, index) => outcome.disqualified[index] === 1).map(({ reason }) => reason),
    issues,
    revision,
  })
}

/** Records by name, quickly made; a name that would be no plain key on assignment is defined. */
function recordOf<T>(named: readonly { readonly name: string }[]): (of: (index: number) => T) => Record<string, T> {
  const names = named.map(({ name }) => name)
  if (names.includes('__proto__')) return of => Object.fromEntries(names.map((name, index) => [name, of(index)]))
  return of => {
    const record: Record<string, T> = {}
    for (let i = 0; i < names.length; i++) record[names[i] as string] = of(i)
    return record
  }
}

function rememberingLast(textOf: (at: number) => string): (at: number) => string {
  let last = Number.NaN
  let text = ''
  return at => {
    if (at !== last) text = textOf(at)
    last = at
    return text
  }
}

function describer({ scores }: Program): (rule: Rule, points: number) => Contribution {
  const scoreOf = new Map<Rule, string>()
  const visit = (block: Block, score: string): void => {
    for (const item of block.items) item.kind === 'rule' ? scoreOf.set(item, score) : visit(item, score)
  }
  return (rule, points) => {
    if (scoreOf.size === 0) for (const score of scores) if (score.kind === 'rules') visit(score.block, score.name)
    const { id, span } = rule
    return { score: scoreOf.get(rule) as string, rule: id, points: toPoints(points), path: span.path, line: span.line }
  }
}
