/** What is different in grades. */
import type { Condition, Grade, Program } from '@merit-lang/runtime'
import type { AspectChange, Change } from './change.ts'
import type { Side } from './forms.ts'
import { changesOf, type Kind } from './kinds.ts'
import { pairUp } from './pairs.ts'
import { saidCondition } from './said.ts'
import { aspectOf, texts, type Versions } from './versions.ts'

export function gradeChanges(versions: Versions): readonly Change[] {
  const { programs, renamed } = versions
  const [before, after] = [programs[0].grades, programs[1].grades]
  const name = ({ name }: Grade, side: Side) => (side === 0 ? (renamed.grade.get(name) ?? name) : name)
  return changesOf(before, after, pairUp(before, after, [{ key: name }]), grades, versions)
}

const grades: Kind<Grade> = {
  subject: 'grade',
  name: ({ name }) => name,
  shown: true,
  span: ({ span }) => span,
  aspects: (before, after, versions) => [
    ...texts('formula', joinedOf(before, versions.programs[0]), joinedOf(after, versions.programs[1])),
    ...texts('labels', labelsOf(before), labelsOf(after)),
    ...caseAspects(before, after, versions),
  ],
}

function joinedOf(grade: Grade, { grades }: Program): string | undefined {
  return grade.kind === 'joined' ? grade.grades.map(index => grades[index]?.name).join(' + ') : undefined
}

function labelsOf(grade: Grade): string | undefined {
  return grade.kind === 'cases' ? [...grade.cases.map(({ label }) => label), grade.otherwise].join(', ') : undefined
}

/** Of labels that both have. */
function caseAspects(before: Grade, after: Grade, versions: Versions): readonly AspectChange[] {
  if (before.kind === 'joined' || after.kind === 'joined') return []
  return after.cases.flatMap(({ label, when }) => {
    const was = before.cases.find(one => one.label === label)
    return was ? labelAspects(label, was.when, when, versions) : []
  })
}

function labelAspects(label: string, before: Condition, after: Condition, versions: Versions): readonly AspectChange[] {
  const [one, other] = versions.programs
  const isThreshold = [before, after].every(({ parts }) => parts.length === 1 && / at /.test(parts[0]?.text ?? ''))
  const [was, is] = [saidCondition(before, one), saidCondition(after, other)]
  return aspectOf(isThreshold ? 'threshold' : 'condition', was, is, versions).map(change => ({
    ...change,
    ...(change.before !== undefined && { before: `${label}: ${change.before}` }),
    ...(change.after !== undefined && { after: `${label}: ${change.after}` }),
  }))
}
