/** Grades held against each other: label by label, or, where both have the same labels in the same order, level by level. */
import type { Expr, Grade, Program } from '@merit-lang/runtime'

/** For each label but the last: whether a lead has it or a better one, by either grade. */
export function gradeLevels(one: Grade, other: Grade): readonly (readonly [Expr, Expr])[] | undefined {
  if (one.kind === 'joined' || other.kind === 'joined') return undefined
  const [labels, labelsOfOther] = [orderOf(one), orderOf(other)]
  if (!labels || JSON.stringify(labels) !== JSON.stringify(labelsOfOther)) return undefined
  return one.cases.map((_, level) => [reaches(one, level), reaches(other, level)])
}

/** From the best to the worst; undefined where a label stands twice. */
export function orderOf(grade: Grade): readonly string[] | undefined {
  if (grade.kind === 'joined') return undefined
  const labels = [...grade.cases.map(({ label }) => label), grade.otherwise]
  return new Set(labels).size === labels.length ? labels : undefined
}

function reaches({ cases }: Extract<Grade, { kind: 'cases' }>, level: number): Expr {
  return { op: 'or', of: cases.slice(0, level + 1).map(({ when }) => when.expr) }
}

/** Whether the two give different labels. */
export function labelQuestion(one: number, other: number, program: Program): Expr {
  const labels = [...labelsOf(one, program)]
  const is = (index: number, label: string): Expr => ({
    op: 'equal',
    left: { op: 'grade', index },
    right: { op: 'const', value: label },
  })
  return {
    op: 'or',
    of: labels.map(label => ({ op: 'and', of: [is(one, label), { op: 'not', of: is(other, label) }] })),
  }
}

function labelsOf(index: number, program: Program): ReadonlySet<string> {
  const grade = program.grades[index] as Grade
  if (grade.kind === 'cases') return new Set([...grade.cases.map(({ label }) => label), grade.otherwise])
  const parts = grade.grades.map(other => [...labelsOf(other, program)])
  return new Set(parts.reduce<string[]>((sofar, labels) => sofar.flatMap(a => labels.map(b => a + b)), ['']))
}
