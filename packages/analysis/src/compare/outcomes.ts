/** The outcomes of two models by their names, and what is answered about each in turn, as far as anybody asks. */
import type { Expr, Grade, Program } from '@merit-lang/runtime'
import type { Verdict, Witness } from '../claims.ts'
import { type Answer, neither } from './answer.ts'
import type { Comparing } from './comparing.ts'
import { anyWithout, type ConditionPair, possible } from './conditions.ts'
import { gradeLevels, labelQuestion } from './grades.ts'
import { scoreAnswers } from './scores.ts'
import { type Seen, seenBy, shows } from './seen.ts'

export type OutcomeKind = 'score' | 'grade' | 'stage' | 'disqualification'

/**
 * What the second model may do that the first does not: give more points, a better grade, let a lead in (`more`); give
 * fewer, a worse one, leave a lead out (`less`); give another label where labels have no order that both share (`other`).
 */
export type Change = 'more' | 'less' | 'other'

export type Direction =
  | {
      readonly way: Change
      readonly kind: 'possible'
      readonly witness: Witness
      readonly seen: readonly [before: Seen, after: Seen]
    }
  | ({ readonly way: Change } & Exclude<Verdict, { kind: 'possible' }>)

export type Outcome = { readonly kind: OutcomeKind; readonly name: string } & (
  | { readonly onlyIn: 'before' | 'after' }
  /** Directions are worked out while they are read, those of scores before all others. */
  | { readonly onlyIn?: undefined; readonly directions: Iterable<Direction> }
)

/** In the order in which they must be asked about: what is proved of scores serves grades and stages. */
export function* outcomesOf(comparing: Comparing): Generator<Outcome> {
  for (const kind of kinds) yield* paired(kind, comparing)
}

const kinds = ['score', 'grade', 'stage', 'disqualification'] as const satisfies readonly OutcomeKind[]

const namesOf = {
  score: ({ scores }) => scores.map(({ name }) => name),
  grade: ({ grades }) => grades.map(({ name }) => name),
  stage: ({ stages }) => stages.map(({ name }) => name),
  disqualification: ({ disqualifications }) => [...new Set(disqualifications.map(({ reason }) => reason))],
} satisfies { [K in OutcomeKind]: (program: Program) => readonly string[] }

function* paired(kind: OutcomeKind, comparing: Comparing): Generator<Outcome> {
  const [ofBefore, ofAfter] = [namesOf[kind](comparing.before), namesOf[kind](comparing.after)]
  for (const name of ofAfter)
    if (ofBefore.includes(name)) yield { kind, name, directions: directionsOf(kind, name, comparing) }
  for (const name of ofBefore) if (!ofAfter.includes(name)) yield { kind, name, onlyIn: 'before' }
  for (const name of ofAfter) if (!ofBefore.includes(name)) yield { kind, name, onlyIn: 'after' }
}

function* directionsOf(kind: OutcomeKind, name: string, comparing: Comparing): Generator<Direction> {
  for (const answer of answers[kind](name, comparing)) yield confirmed(answer, kind, name, comparing)
}

/** What a witness shows is asked of the two models themselves. */
function confirmed({ way, verdict }: Answer, kind: OutcomeKind, name: string, { before, after }: Comparing): Direction {
  if (verdict.kind !== 'possible') return { way, ...verdict }
  const { witness } = verdict
  const seen = [seenBy(before, witness, kind, name), seenBy(after, witness, kind, name)] as const
  const grade = before.grades.find(one => one.name === name)
  if (shows(way, seen, grade)) return { way, kind: 'possible', witness, seen }
  return { way, kind: 'undecided', why: 'the lead that was found does not show it' }
}

// ---------------------------------------------------------------- by kind

const answers = {
  score: scoreAnswers,
  grade: gradeAnswers,
  stage: stageAnswers,
  disqualification: disqualificationAnswers,
} satisfies { [K in OutcomeKind]: (name: string, comparing: Comparing) => Iterable<Answer> }

function stageAnswers(name: string, comparing: Comparing): Iterable<Answer> {
  const index = ({ stages }: Program) => stages.findIndex(stage => stage.name === name)
  const { before, after, joint } = comparing
  const [one, other] = [joint.sides[0].stages[index(before)], joint.sides[1].stages[index(after)]]
  return one && other ? inBothWays([[one, other]], comparing) : neither
}

function disqualificationAnswers(name: string, comparing: Comparing): Iterable<Answer> {
  const { before, after, joint } = comparing
  const of = (program: Program, side: 0 | 1): Expr => ({
    op: 'or',
    of: program.disqualifications.flatMap(({ reason }, i) => {
      const condition = joint.sides[side].disqualifications[i]
      return reason === name && condition ? [condition] : []
    }),
  })
  return inBothWays([[of(before, 0), of(after, 1)]], comparing)
}

function* gradeAnswers(name: string, comparing: Comparing): Generator<Answer> {
  const { before, after } = comparing
  const { program, sides } = comparing.joint
  const index = ({ grades }: Program) => grades.findIndex(grade => grade.name === name)
  const [one, other] = [sides[0].grades[index(before)] as number, sides[1].grades[index(after)] as number]
  if (comparing.gradesAlike(one, other)) return yield* neither
  const levels = gradeLevels(program.grades[one] as Grade, program.grades[other] as Grade)
  const found: Answer[] = []
  for (const answer of levels ? inBothWays(levels, comparing) : byLabel(one, other, comparing)) {
    found.push(answer)
    yield answer
  }
  if (found.every(({ verdict }) => verdict.kind === 'impossible')) comparing.takeGradesAsAlike(one, other)
}

function* byLabel(one: number, other: number, comparing: Comparing): Generator<Answer> {
  yield { way: 'other', verdict: possible(labelQuestion(one, other, comparing.joint.program), comparing) }
}

/** Each pair: a condition of the first model and the one of the second that stands for it. */
function* inBothWays(pairs: readonly ConditionPair[], comparing: Comparing): Generator<Answer> {
  yield {
    way: 'more',
    verdict: anyWithout(
      pairs.map(([one, other]) => [other, one]),
      comparing,
    ),
  }
  yield { way: 'less', verdict: anyWithout(pairs, comparing) }
}
