import { LeadReader } from '../columns/reader.ts'
import { toPoints } from '../kernel/points.ts'
import { tellIssuesLater } from '../later.ts'
import type { Contribution, Contributions, Model, ScoreOptions } from '../model.ts'
import type { Block, Program } from '../program.ts'
import { LeadRefused } from '../refused.ts'
import type { Result } from '../result.ts'
import { formatInstant } from '../time/instant.ts'
import { Engine } from './engine.ts'
import { needsOf } from './needs.ts'

/**
 * A model that is ready to score.
 * @throws UnsupportedProgram where the program has forms that this version cannot run.
 */
export function modelOf(program: Program): Model {
  const reader = new LeadReader(program, () => needsOf(program))
  let whole: LeadReader | undefined
  const scoring = scoringOf<unknown>(program, (lead, strict) => {
    if (!strict) return reader.read(lead)
    whole ??= new LeadReader(program)
    return whole.read(lead)
  })
  return { name: program.name, revision: program.revision, program, ...scoring }
}

/** Scores leads as a model does, whatever it is that a lead is read from: data, or the state of a live lead. */
export interface Scoring<L> {
  score(lead: L, options: ScoreOptions): Result
  contributions(lead: L, options: ScoreOptions): Contributions
}

/**
 * `read` reads a lead; strictly, to the last issue.
 * @throws UnsupportedProgram where the program has forms that this version cannot run.
 */
export function scoringOf<L>(program: Program, read: (lead: L, strict: boolean) => LeadReader): Scoring<L> {
  const engine = new Engine(program)
  const [textOf, describe] = [rememberingLast(formatInstant), describer(program)]
  const run = (lead: L, { now, strict = false }: ScoreOptions, recording: boolean): Result => {
    const { id, issues, isWhole, columns } = read(lead, strict)
    if (strict && issues.length > 0) throw new LeadRefused(issues)
    engine.score(columns, 0, Number(now), recording)
    const result = resultOf(engine, id, textOf(Number(now)))
    return isWhole
      ? Object.assign(result, { issues: [...issues], revision: program.revision })
      : tellIssuesLater(result, program, lead)
  }
  return {
    score: (lead, options) => run(lead, options, false),
    contributions: (lead, options) => Object.assign(run(lead, options, true), { rules: engine.given(describe) }),
  }
}

/** What the engine made of the row that it scored last. */
function resultOf(engine: Engine, id: string | null, at: string): Omit<Result, 'issues' | 'revision'> {
  const { program, outcome } = engine
  const { scores, grades, stages, disqualifications } = program
  return {
    id,
    at,
    scores: byName(scores, index => toPoints(outcome.scores[index] as number)),
    grades: byName(grades, index => engine.labelOf(index, outcome.grades[index] as number)),
    stages: byName(stages, index => outcome.stages[index] === 1),
    disqualified: outcome.disqualified.includes(1)
      ? disqualifications.filter((_, index) => outcome.disqualified[index] === 1).map(({ reason }) => reason)
      : [],
  }
}

function byName<T>(named: readonly { readonly name: string }[], answer: (index: number) => T): Record<string, T> {
  const record: Record<string, T> = {}
  for (let i = 0; i < named.length; i++) define(record, (named[i] as { readonly name: string }).name, answer(i))
  return record
}

/** Only `__proto__` would be something else on assignment, which is quicker. */
function define<T>(record: Record<string, T>, name: string, value: T): void {
  if (name !== '__proto__') record[name] = value
  else Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true })
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

/** By the place among all rules of the program, as they stand in the file. */
function describer({ scores }: Program) {
  const known: Omit<Contribution, 'points'>[] = []
  const visit = (block: Block, score: string): void => {
    for (const item of block.items) {
      if (item.kind === 'block') visit(item, score)
      else known.push({ score, rule: item.id, path: item.span.path, line: item.span.line })
    }
  }
  return (place: number, millionths: number): Contribution => {
    if (known.length === 0) for (const score of scores) if (score.kind === 'rules') visit(score.block, score.name)
    const { score, rule, path, line } = known[place] as (typeof known)[number]
    return { score, rule, points: toPoints(millionths), path, line }
  }
}
