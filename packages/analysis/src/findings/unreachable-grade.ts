/** A label of a grade is given to nobody, and it is not for a cut-off that is said to be out of reach or met by all. */
import { type Ast, type Diagnostic, proofs, report, type Span } from '@merit-lang/language'
import { type Expr, fold } from '@merit-lang/runtime'
import type { Steps } from '../steps.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { rulingOut } from './impossible.ts'
import { someLeads } from './some-leads.ts'
import { type Judged, those } from './thresholds.ts'

export const findUnreachableGrades: FindingCheck = function* (cx) {
  const said = yield* spansSaid(cx)
  for (const [index, { declaration }] of cx.model.grades.entries())
    for (const label of labelsIn(declaration, said)) yield yield* unreachable(index, label, cx)
}

function* unreachable(index: number, { text, span }: Ast.Label, cx: Findings): Steps<Diagnostic | undefined> {
  const grade = cx.model.grades[index]?.name ?? ''
  for (const run of yield* someLeads(cx)) {
    if (run.grade(index) === text) return undefined
    yield
  }
  const isGiven = !(yield* rulingOut(cx.analysis, isLabel(index, text)))
  return isGiven ? undefined : report(proofs.unreachableGrade, span, { grade, label: text })
}

function isLabel(index: number, label: string): Expr {
  const right = { op: 'const', value: fold(label) } as const
  return { op: 'equal', left: { op: 'fold', of: { op: 'grade', index } }, right }
}

/** Thresholds about which something else is said, by their place. */
function* spansSaid(cx: Findings): Steps<Said> {
  const spans = (judged: readonly Judged[]) => new Set(judged.map(({ span }) => span))
  return { high: spans(yield* those(cx, 'isUnreachable')), low: spans(yield* those(cx, 'isAlwaysMet')) }
}

interface Said {
  readonly high: ReadonlySet<Span>
  readonly low: ReadonlySet<Span>
}

/** Each label where it stands first, up to the row that everybody reaches. */
function labelsIn({ rows = [], otherwise }: Ast.GradeDecl, { high, low }: Said): readonly Ast.Label[] {
  const last = rows.findIndex(({ at }) => at && low.has(at.span))
  const given = last < 0 ? rows : rows.slice(0, last + 1)
  const labels = given.flatMap(({ label, at }) => (at && high.has(at.span) ? [] : [label]))
  const all = last < 0 && otherwise ? [...labels, otherwise] : labels
  return all.filter((label, i) => all.findIndex(({ text }) => text === label.text) === i)
}
