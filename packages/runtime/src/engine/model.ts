import { LeadReader } from '../columns/reader.ts'
import { toPoints } from '../kernel/points.ts'
import type { Contribution, Contributions, Model, ScoreOptions } from '../model.ts'
import type { Block, Program } from '../program.ts'
import { LeadRefused } from '../refused.ts'
import type { Issue, Result } from '../result.ts'
import { formatInstant } from '../time/instant.ts'
import { Engine } from './engine.ts'

/**
 * A model that is ready to score.
 * @throws UnsupportedProgram where the program has forms that this version cannot run.
 */
export function modelOf(program: Program): Model {
  const scoring = scoringOf<unknown>(program, (reader, lead) => reader.read(lead))
  return { name: program.name, revision: program.revision, program, ...scoring }
}

/** Scores leads as a model does, whatever it is that a lead is read from: data, or the state of a live lead. */
export interface Scoring<L> {
  score(lead: L, options: ScoreOptions): Result
  contributions(lead: L, options: ScoreOptions): Contributions
}

/** @throws UnsupportedProgram where the program has forms that this version cannot run. */
export function scoringOf<L>(program: Program, read: (reader: LeadReader, lead: L) => void): Scoring<L> {
  const [engine, reader, textOf] = [new Engine(program), new LeadReader(program), rememberingLast(formatInstant)]
  const describe = describer(program)
  const run = (lead: L, { now, strict }: ScoreOptions, recording: boolean): Result => {
    read(reader, lead)
    const { id, issues, columns } = reader
    if (strict && issues.length > 0) throw new LeadRefused(issues)
    engine.score(columns, 0, Number(now), recording)
    return resultOf(engine, id, textOf(Number(now)), issues)
  }
  return {
    score: (lead, options) => run(lead, options, false),
    contributions: (lead, options) => ({ ...run(lead, options, true), rules: engine.given(describe) }),
  }
}

/** What the engine made of the row that it scored last. */
function resultOf(engine: Engine, id: string | null, at: string, issues: readonly Issue[]): Result {
  const { program, outcome } = engine
  const { scores, grades, stages, disqualifications, revision } = program
  return {
    id,
    at,
    scores: byName(scores, index => toPoints(outcome.scores[index] as number)),
    grades: byName(grades, index => engine.labelOf(index, outcome.grades[index] as number)),
    stages: byName(stages, index => outcome.stages[index] === 1),
    disqualified: outcome.disqualified.includes(1)
      ? disqualifications.filter((_, index) => outcome.disqualified[index] === 1).map(({ reason }) => reason)
      : [],
    issues: issues.length === 0 ? [] : issues,
    revision,
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
