/** Who gets to the grades and stages of a model, and who is disqualified. */
import type { Expr, Grade } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Verdict } from '../claims.ts'
import type { GradeAnatomy, Reachable, Reached, Route, StageAnatomy } from './anatomy.ts'

/** How leads come to meet a condition, given a lead that does. */
export type RouteTo = (condition: Expr, reached: Reached) => Route | undefined

const reachables = {
  possible: 'reachable',
  impossible: 'unreachable',
  undecided: 'undecided',
} satisfies { [K in Verdict['kind']]: Reachable }

export function reachable({ kind }: Verdict): Reachable {
  return reachables[kind]
}

function reached(text: string, verdict: Verdict): Reached {
  const { kind, ...rest } = verdict
  return { text, verdict: reachables[kind], ...rest }
}

export function disqualificationsOf({ program, possible }: Analysis): readonly Reached[] {
  return program.disqualifications.map(({ reason, when }) => reached(reason, possible(when.expr)))
}

export function stagesOf(analysis: Analysis, routeTo: RouteTo): readonly StageAnatomy[] {
  const { program, possible } = analysis
  return program.stages.map(({ name, lines }, index) => {
    const inside: Expr = { op: 'stage', index }
    const verdict = possible(inside)
    return {
      ...reached(name, verdict),
      everyone: verdict.kind === 'possible' && possible({ op: 'not', of: inside }).kind === 'impossible',
      lines: lines.map(({ text, when }) => withRoute(reached(text, possible(when.expr)), when.expr, routeTo)),
    }
  })
}

/** Labels that are joined of others multiply: of more than these it is not asked who gets them. */
const FEW = 64

export function gradesOf(analysis: Analysis, routeTo: RouteTo): readonly GradeAnatomy[] {
  return analysis.program.grades.map((grade, index) => {
    const labels = labelsOf(grade, analysis.program.grades)
    if (labels.length > FEW) return { name: grade.name, labels: [] }
    return { name: grade.name, labels: labels.map(label => labelAnatomy(grade, index, label, analysis, routeTo)) }
  })
}

function labelAnatomy(grade: Grade, index: number, label: string, { possible }: Analysis, routeTo: RouteTo) {
  const has: Expr = { op: 'equal', left: { op: 'grade', index }, right: { op: 'const', value: label } }
  const one = reached(label, possible(has))
  const [when, ...others] = grade.kind === 'cases' ? grade.cases.filter(one => one.label === label) : []
  return when && others.length === 0 ? withRoute(one, when.when.expr, routeTo) : one
}

/** Each once, in the order of the cut-offs. */
function labelsOf(grade: Grade, grades: readonly Grade[]): readonly string[] {
  if (grade.kind === 'cases') return [...new Set([...grade.cases.map(({ label }) => label), grade.otherwise])]
  const parts = grade.grades.map(index => labelsOf(grades[index] as Grade, grades))
  return parts.reduce((sofar, labels) => sofar.flatMap(one => labels.map(label => one + label)), [''])
}

function withRoute(one: Reached, condition: Expr, routeTo: RouteTo): Reached & { readonly route?: Route } {
  const route = one.verdict === 'reachable' ? routeTo(condition, one) : undefined
  return route ? { ...one, route } : one
}
