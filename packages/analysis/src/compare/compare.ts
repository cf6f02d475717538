/**
 * Whether two models give all leads the same: each outcome of one name, in both directions. What is the same in form is
 * not looked at further; what is not is proved, shown with a lead, or said to be undecided.
 */
import type { Expr, Grade, Program } from '@merit-lang/runtime'
import type { Budget, Verdict, Witness } from '../claims.ts'
import { Comparing } from './comparing.ts'
import { gradeLevels, labelQuestion } from './grades.ts'
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

export type Compared = { readonly kind: OutcomeKind; readonly name: string } & (
  | { readonly onlyIn: 'before' | 'after' }
  | { readonly onlyIn?: undefined; readonly directions: readonly Direction[] }
)

export interface Comparison {
  /** Proved for all leads that either model takes, all histories and instants. */
  readonly alike: boolean
  readonly outcomes: readonly Compared[]
}

/** For one question, of which a comparison has two for each outcome that differs in form. */
const usual: Budget = { boxes: 60, effort: 2e7 }

/** @throws NotComparable where both read the same data as things that have nothing in common. */
export function compare(before: Program, after: Program, budget: Budget = usual): Comparison {
  const comparing = new Comparing(before, after, budget)
  const outcomes = [
    ...paired('score', before, after, name => scoreDirections(name, comparing)),
    ...paired('grade', before, after, name => gradeDirections(name, comparing)),
    ...paired('stage', before, after, name => stageDirections(name, comparing)),
    ...paired('disqualification', before, after, name => disqualificationDirections(name, comparing)),
  ]
  return { alike: outcomes.every(isAlike), outcomes }
}

export function isAlike(compared: Compared): boolean {
  return compared.onlyIn === undefined && compared.directions.every(({ kind }) => kind === 'impossible')
}

const namesOf = {
  score: ({ scores }) => scores.map(({ name }) => name),
  grade: ({ grades }) => grades.map(({ name }) => name),
  stage: ({ stages }) => stages.map(({ name }) => name),
  disqualification: ({ disqualifications }) => [...new Set(disqualifications.map(({ reason }) => reason))],
} satisfies { [K in OutcomeKind]: (program: Program) => readonly string[] }

function paired(
  kind: OutcomeKind,
  before: Program,
  after: Program,
  directions: (name: string) => readonly Answer[],
): readonly Compared[] {
  const [ofBefore, ofAfter] = [namesOf[kind](before), namesOf[kind](after)]
  const shared = ofAfter.filter(name => ofBefore.includes(name))
  const confirm = (name: string) => (answer: Answer) => confirmed(answer, kind, name, before, after)
  return [
    ...shared.map(name => ({ kind, name, directions: directions(name).map(confirm(name)) })),
    ...ofBefore.filter(name => !shared.includes(name)).map(name => ({ kind, name, onlyIn: 'before' }) as const),
    ...ofAfter.filter(name => !shared.includes(name)).map(name => ({ kind, name, onlyIn: 'after' }) as const),
  ]
}

interface Answer {
  readonly way: Change
  readonly verdict: Verdict
}

/** What a witness shows is asked of the two models themselves. */
function confirmed(
  { way, verdict }: Answer,
  kind: OutcomeKind,
  name: string,
  before: Program,
  after: Program,
): Direction {
  if (verdict.kind !== 'possible') return { way, ...verdict }
  const { witness } = verdict
  const seen = [seenBy(before, witness, kind, name), seenBy(after, witness, kind, name)] as const
  if (
    shows(
      way,
      seen,
      before.grades.find(grade => grade.name === name),
    )
  )
    return { way, kind: 'possible', witness, seen }
  return { way, kind: 'undecided', why: 'the lead that was found does not show it' }
}

// ---------------------------------------------------------------- by kind

const never: Verdict = { kind: 'impossible' }
const neither: readonly Answer[] = [
  { way: 'more', verdict: never },
  { way: 'less', verdict: never },
]

function scoreDirections(name: string, comparing: Comparing): readonly Answer[] {
  const { more, less } = comparing.scores(name)
  return [
    { way: 'more', verdict: more },
    { way: 'less', verdict: less },
  ]
}

function stageDirections(name: string, comparing: Comparing): readonly Answer[] {
  const index = ({ stages }: Program) => stages.findIndex(stage => stage.name === name)
  const { before, after, sides } = comparing
  const [one, other] = [sides[0].stages[index(before)], sides[1].stages[index(after)]]
  return one && other ? inBothWays([[one, other]], comparing) : neither
}

function disqualificationDirections(name: string, comparing: Comparing): readonly Answer[] {
  const { before, after, sides } = comparing
  const of = (program: Program, side: 0 | 1): Expr => ({
    op: 'or',
    of: program.disqualifications.flatMap(({ reason }, i) => {
      const condition = sides[side].disqualifications[i]
      return reason === name && condition ? [condition] : []
    }),
  })
  return inBothWays([[of(before, 0), of(after, 1)]], comparing)
}

function gradeDirections(name: string, comparing: Comparing): readonly Answer[] {
  const { program, sides, before, after, forms } = comparing
  const index = ({ grades }: Program) => grades.findIndex(grade => grade.name === name)
  const [one, other] = [sides[0].grades[index(before)] as number, sides[1].grades[index(after)] as number]
  if (forms.grade(one) === forms.grade(other)) return neither
  const [low, high] = [program.grades[one] as Grade, program.grades[other] as Grade]
  const levels = gradeLevels(low, high)
  if (levels) return alikeFrom(inBothWays(levels, comparing), one, other, comparing)
  if (comparing.gradesAlike(one, other)) return neither
  const verdict = comparing.possible(labelQuestion(one, other, program))
  return alikeFrom([{ way: 'other', verdict }], one, other, comparing)
}

/** What is proved of a grade serves those that it is joined to. */
function alikeFrom(answers: readonly Answer[], one: number, other: number, comparing: Comparing): readonly Answer[] {
  if (answers.every(({ verdict }) => verdict.kind === 'impossible')) comparing.takeGradesAsAlike(one, other)
  return answers
}

/** Each pair: a condition of the first model and the one of the second that stands for it. */
function inBothWays(pairs: readonly (readonly [Expr, Expr])[], comparing: Comparing): readonly Answer[] {
  return [
    { way: 'more', verdict: comparing.anyWithout(pairs.map(([one, other]) => [other, one])) },
    { way: 'less', verdict: comparing.anyWithout(pairs) },
  ]
}
