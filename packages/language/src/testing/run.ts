/** Runs a model's tests: each expectation, each promise, and whether the lead's data is what the model declares. */
import {
  type Evaluation,
  type Explanation,
  evaluation,
  explain,
  formatInstant,
  formatValue,
  type GradeExplanation,
  type Lead,
  type Program,
  type Promised,
  type RuleExplanation,
  readLead,
  type ScoreExplanation,
  type StageExplanation,
} from '@merit-lang/runtime'
import type { Expectation, TestCase } from '../lower/test-case.ts'
import type { Span } from '../syntax/source.ts'
import { rulesOf } from './rules.ts'

export type { About, Expectation, TestCase } from '../lower/test-case.ts'

export interface TestOutcome {
  readonly name: string
  readonly passed: boolean
  readonly failures: readonly Failure[]
}

export interface Failure {
  /** The expectation or promise as written, or what the data's problem is about. */
  readonly text: string
  readonly span: Span
  /** The instant that was looked at, ISO 8601 in UTC. */
  readonly at: string
  /** Both in a few words: `fit = 65`, `fit is 55`. */
  readonly expected: string
  readonly actual: string
  readonly explanation?: FailureExplanation
}

/** How what the expectation speaks of came about. */
export interface FailureExplanation {
  readonly scores: readonly ScoreExplanation[]
  readonly grades: readonly GradeExplanation[]
  readonly stages: readonly StageExplanation[]
  readonly rules: readonly RuleExplanation[]
  readonly disqualifications: Explanation['explained']['disqualifications']
}

/** The part of `Lowered` that runs. */
export interface Runnable {
  readonly testProgram: Program
}

/** Of a model that this version cannot score (accounts) the test fails and says so; else never throws. */
export function runTest({ testProgram: program }: Runnable, test: TestCase): TestOutcome {
  const failures = program.unsupported.length > 0 ? unsupported(program, test) : failuresOf(program, test)
  return { name: test.name, passed: failures.length === 0, failures }
}

function unsupported(program: Program, test: TestCase): readonly Failure[] {
  return program.unsupported.map(({ what, span }) => ({
    text: what,
    span: test.span,
    at: formatInstant(test.now),
    expected: 'a model that can be scored',
    actual: `this version cannot score ${what}, in line ${span.line} of ${span.path}`,
  }))
}

function failuresOf(program: Program, test: TestCase): readonly Failure[] {
  const lead = readLead(program, test.data)
  const instants = [...new Set([0, ...test.expectations.map(({ after }) => after)])].sort((a, b) => a - b)
  const views = new Map(instants.map(after => [after, viewAt(program, lead, test.now + after)]))
  return [
    ...issues(lead, test),
    ...test.expectations.flatMap(expectation => failureOf(expectation, views.get(expectation.after) as View)),
    ...[...views.values()].flatMap(view => brokenPromises(program, view, test)),
  ]
}

/** The lead at one instant; explained only where something fails. */
interface View {
  readonly at: string
  readonly scoring: Evaluation
  readonly explanation: () => Explanation
}

function viewAt(program: Program, lead: Lead, now: number): View {
  let explained: Explanation | undefined
  return {
    at: formatInstant(now),
    scoring: evaluation(program, lead, now),
    explanation: () => {
      explained ??= explain(program, lead, now)
      return explained
    },
  }
}

/** What was not as declared; that something is missing which the test says is unknown is meant so. */
function issues(lead: Lead, { meantUnknown, span, now }: TestCase): readonly Failure[] {
  const found = lead.issues.filter(({ code, path }) => code !== 'missing-required' || !meantUnknown.includes(path))
  return found.map(({ path, message }) => ({
    text: path,
    span,
    at: formatInstant(now),
    expected: 'data as the model declares it',
    actual: message,
  }))
}

function brokenPromises(program: Program, view: View, { span }: TestCase): readonly Failure[] {
  return program.promises
    .filter(promise => isBroken(promise, view.scoring))
    .map(({ text }) => ({ text, span, at: view.at, expected: text, actual: 'this lead breaks the promise' }))
}

function isBroken({ kind, condition, given }: Promised, scoring: Evaluation): boolean {
  if (given && !scoring.holds(given.expr)) return false
  return scoring.holds(condition.expr) === (kind === 'never')
}

type ExpectationOf<K extends Expectation['kind']> = Extract<Expectation, { kind: K }>

/** What differs and how it came about; nothing where the expectation is met. */
interface Difference {
  readonly actual: string
  readonly explanation: FailureExplanation
}

const differences = {
  holds: conditionDifference,
  rule: ruleDifference,
  disqualified: disqualificationDifference,
} satisfies { [K in Expectation['kind']]: (expectation: ExpectationOf<K>, view: View) => Difference | undefined }

function failureOf(expectation: Expectation, view: View): readonly Failure[] {
  const differs: (expectation: never, view: View) => Difference | undefined = differences[expectation.kind]
  const difference = differs(expectation as never, view)
  const { text, span } = expectation
  const expected = text.replace(/^expect\s+/, '')
  return difference ? [{ text, span, at: view.at, expected, ...difference }] : []
}

const nothing = { scores: [], grades: [], stages: [], rules: [], disqualifications: [] }

function conditionDifference({ condition, about }: ExpectationOf<'holds'>, view: View): Difference | undefined {
  if (view.scoring.holds(condition.expr)) return undefined
  const reads = condition.parts.flatMap(part => part.reads)
  const shown = reads.map(({ text, value, as }) => `${text} is ${formatValue(view.scoring.value(value), as)}`)
  const { scores, grades, stages, disqualifications } = view.explanation().explained
  const explanation = {
    ...nothing,
    scores: scores.filter(({ name }) => about.scores.includes(name)),
    grades: grades.filter(({ name }) => about.grades.includes(name)),
    stages: stages.filter(({ name }) => about.stages.includes(name)),
    disqualifications: about.stages.length > 0 ? disqualifications.filter(({ holds }) => holds) : [],
  }
  return { actual: [...new Set(shown)].join(', ') || 'it does not hold', explanation }
}

function ruleDifference({ label, outcome }: ExpectationOf<'rule'>, view: View): Difference | undefined {
  const rules = rulesOf(view.explanation(), label)
  if (rules.length > 0 && rules.every(rule => rule.outcome === outcome)) return undefined
  const actual = rules.length > 0 ? rules.map(rule => rule.outcome).join(', ') : 'there is no rule with this label'
  return { actual, explanation: { ...nothing, rules } }
}

function disqualificationDifference(
  { negated, reason }: ExpectationOf<'disqualified'>,
  view: View,
): Difference | undefined {
  const { disqualifications } = view.explanation().explained
  const reasons = disqualifications.filter(({ holds }) => holds).map(one => one.reason)
  const disqualified = reason === undefined ? reasons.length > 0 : reasons.includes(reason)
  if (disqualified !== negated) return undefined
  const actual = reasons.length > 0 ? `disqualified: ${reasons.join(', ')}` : 'not disqualified'
  return { actual, explanation: { ...nothing, disqualifications } }
}
