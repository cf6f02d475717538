/** How much of what a model decides its tests show. By the definition, not by a fast way to score: tests are few. */
import { type Analysis, type Budget, inWords } from '@merit-lang/analysis'
import type { CheckedModel, Lowered, TestCase } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { readLead, runOf } from '@merit-lang/runtime/reference'
import { soughtInBlock } from './blocks.ts'
import type { Coverage, CoveredOutcome } from './coverage.ts'
import { decisionsOf } from './decisions.ts'
import type { Reading, SoughtOutcome, SoughtStatement } from './sought.ts'
import { statementsByPlace } from './statements.ts'
import { soughtInDisqualification, soughtInGrade, soughtInStage } from './verdicts.ts'

export interface CoverageOptions {
  /** Those that are run; all where absent. */
  readonly tests?: readonly TestCase[]
  /** Asked whether what was not seen can be at all, and for a lead that shows it; absent: nobody is. */
  readonly analysis?: Analysis
}

/**
 * Yields between pieces of the work how much of it is done, from 0 to 1; ends with the coverage.
 * Throws `UnsupportedProgram` where the program has a form that this version cannot run.
 */
export function* covering(
  model: CheckedModel,
  lowered: Lowered,
  { tests = lowered.tests, analysis }: CoverageOptions = {},
): Generator<number, Coverage> {
  const statements = soughtIn(lowered.program, model)
  const seen = new Map(statements.flatMap(({ goals }) => goals.flatMap(outcomesOf)).map(one => [one, 0]))
  yield* inParts(count(seen, lowered, tests), 0, analysis ? 0.5 : 1)
  const unseen = analysis ? [...seen].flatMap(([one, times]) => (times === 0 ? [one] : [])) : []
  const found = analysis ? yield* inParts(ask(unseen, analysis, model), 0.5, 1) : undefined
  const told = (one: SoughtOutcome): CoveredOutcome => ({
    outcome: one.outcome,
    seen: seen.get(one) ?? 0,
    ...found?.get(one),
  })
  return { statements: statements.map(one => ({ ...one, goals: one.goals.map(goal => coveredGoal(goal, told)) })) }
}

/** The same without a break. `step` is called again and again with how much is done. */
export function coverageOf(
  model: CheckedModel,
  lowered: Lowered,
  options?: CoverageOptions,
  step: (part: number) => void = () => {},
): Coverage {
  const work = covering(model, lowered, options)
  for (;;) {
    const piece = work.next()
    if (piece.done) return piece.value
    step(piece.value)
  }
}

/** In the order of scoring. */
export function soughtIn(program: Program, model: CheckedModel): readonly SoughtStatement[] {
  const reading: Reading = { at: statementsByPlace(model), decide: decisionsOf(program) }
  const { scores, grades, stages, disqualifications } = program
  return [
    ...scores.flatMap(score =>
      score.kind === 'rules' ? soughtInBlock(score.block, { of: score.name, around: [] }, reading) : [],
    ),
    ...grades.flatMap(grade => soughtInGrade(grade, reading)),
    ...stages.flatMap((stage, i) => soughtInStage(stage, i, reading)),
    ...disqualifications.flatMap(one => soughtInDisqualification(one, reading)),
  ]
}

type Goal = SoughtStatement['goals'][number]
const outcomesOf = ({ outcomes }: Goal) => outcomes
const coveredGoal = (goal: Goal, told: (one: SoughtOutcome) => CoveredOutcome) => ({
  ...goal,
  outcomes: goal.outcomes.map(told),
})

/** At each instant that a test looks at. */
function* count(
  seen: Map<SoughtOutcome, number>,
  { testProgram }: Lowered,
  tests: readonly TestCase[],
): Generator<number, void> {
  for (const [done, { data, now, expectations }] of tests.entries()) {
    const lead = readLead(testProgram, data)
    for (const after of new Set([0, ...expectations.map(one => one.after)])) {
      yield done / tests.length
      const run = runOf(testProgram, lead, now + after)
      for (const [one, times] of seen) if (one.seen(run)) seen.set(one, times + 1)
    }
  }
}

/** There are many questions, and what takes longer is seldom found. Those with scores take long each. */
const budgets = { plain: { boxes: 40, effort: 1e7 }, ofScores: { boxes: 10, effort: 1e7 } } satisfies Record<
  string,
  Budget
>

type Found = Pick<CoveredOutcome, 'impossible' | 'witness'>

function* ask(
  unseen: readonly SoughtOutcome[],
  analysis: Analysis,
  model: CheckedModel,
): Generator<number, ReadonlyMap<SoughtOutcome, Found>> {
  const found = new Map<SoughtOutcome, Found>()
  for (const [done, one] of unseen.entries()) {
    yield done / unseen.length
    found.set(one, answerTo(one, analysis, model))
  }
  return found
}

/** Empty where it is not decided. */
function answerTo({ condition, seen }: SoughtOutcome, { possible, program }: Analysis, model: CheckedModel): Found {
  const verdict = possible(condition, readsScores(condition) ? budgets.ofScores : budgets.plain)
  if (verdict.kind === 'impossible') return { impossible: true }
  if (verdict.kind === 'undecided') return {}
  const { witness } = verdict
  const isShown = seen(runOf(program, readLead(program, witness.lead), witness.now))
  return isShown ? { witness: { ...witness, words: inWords(program, witness, model) } } : {}
}

const readsScores = (condition: object) => JSON.stringify(condition).includes('"op":"score"')

function* inParts<T>(work: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const piece = work.next()
    if (piece.done) return piece.value
    yield from + piece.value * (to - from)
  }
}
