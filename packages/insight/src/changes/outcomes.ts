/** What is different in what scores lead to: grades, stages, disqualification; and in promises. */
import type { Condition, Disqualification, Expr, Grade, Program, Promised, Stage, StageLine } from '@merit-lang/runtime'
import type { Aspect, AspectChange, Change, Subject } from './change.ts'
import type { Side } from './forms.ts'
import { leavesOf } from './likeness.ts'
import { inOrder, overlap, type Pairs, pairUp } from './pairs.ts'
import { saidCondition, saidExpr } from './said.ts'
import { aspectOf, same, type Versions } from './versions.ts'

/** Parts of one kind, each with its name and place. */
interface Kind<T> {
  readonly subject: Subject
  readonly name: (one: T) => string
  /** Results tell it by its name. */
  readonly shown: boolean
  readonly span: (one: T) => Change['before']
  readonly aspects: (before: T, after: T, versions: Versions) => readonly AspectChange[]
}

function changesOf<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: Pairs<T>,
  kind: Kind<T>,
  versions: Versions,
): readonly Change[] {
  return inOrder(before, after, pairs).flatMap(([one, other]) => changeOf(one, other, kind, versions))
}

function changeOf<T>(
  before: T | undefined,
  after: T | undefined,
  kind: Kind<T>,
  versions: Versions,
): readonly Change[] {
  const head = { subject: kind.subject, within: [] }
  const was = before !== undefined && kind.span(before)
  const is = after !== undefined && kind.span(after)
  const places = { ...(was && { before: was }), ...(is && { after: is }) }
  if (before === undefined || after === undefined) {
    const only = (before ?? after) as T
    return [
      { kind: before === undefined ? 'added' : 'removed', ...head, name: kind.name(only), aspects: [], ...places },
    ]
  }
  const [formerly, name] = [kind.name(before), kind.name(after)]
  const aspects = kind.aspects(before, after, versions)
  if (aspects.length === 0 && (formerly === name || !kind.shown)) return []
  return [{ kind: 'changed', ...head, name, ...(formerly !== name && { formerly }), aspects, ...places }]
}

// ---------------------------------------------------------------- grades

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

function texts(aspect: Aspect, before: string | undefined, after: string | undefined): readonly AspectChange[] {
  if (before === after) return []
  return [{ aspect, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
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

// ---------------------------------------------------------------- stages

export function stageChanges(versions: Versions): readonly Change[] {
  const { programs, renamed } = versions
  const [before, after] = [programs[0].stages, programs[1].stages]
  const name = ({ name }: Stage, side: Side) => (side === 0 ? (renamed.stage.get(name) ?? name) : name)
  return changesOf(before, after, pairUp(before, after, [{ key: name }]), stages, versions)
}

const stages: Kind<Stage> = {
  subject: 'stage',
  name: ({ name }) => name,
  shown: true,
  span: ({ lines }) => lines[0]?.span,
  aspects: (before, after, versions) => {
    const gone = before.lines.filter(line => !after.lines.some(now => isSameLine(line, now, versions)))
    const come = after.lines.filter(line => !before.lines.some(was => isSameLine(was, line, versions)))
    const pairs = pairUp(gone, come, [
      {
        likeness: (one, other) =>
          Number(same(restOf(one), restOf(other), versions) && isOfOneScore(one, other, versions)),
      },
      { likeness: (one, other) => lineOverlap(one, other, versions) },
    ])
    return inOrder(gone, come, pairs).flatMap(([one, other]) => lineAspects(one, other, versions))
  },
}

function isSameLine(before: StageLine, after: StageLine, versions: Versions): boolean {
  return same(before.when, after.when, versions) && same(before.until, after.until, versions)
}

function isOfOneScore(before: StageLine, after: StageLine, { programs, renamed }: Versions): boolean {
  const score = ({ at }: StageLine, { scores }: Program) => (at ? (scores[at.score]?.name ?? '') : '')
  const name = score(before, programs[0])
  return (renamed.score.get(name) ?? name) === score(after, programs[1])
}

function lineOverlap(before: StageLine, after: StageLine, { programs }: Versions): number {
  return overlap(leavesOf(before.when.expr, programs[0]), leavesOf(after.when.expr, programs[1]))
}

/** What stands beside the threshold. */
function restOf({ when: { expr }, at }: StageLine): Expr | undefined {
  if (!at) return expr
  return expr.op === 'and' ? { op: 'and', of: expr.of.slice(1) } : undefined
}

function lineAspects(
  before: StageLine | undefined,
  after: StageLine | undefined,
  versions: Versions,
): readonly AspectChange[] {
  const isAlike =
    before && after && same(restOf(before), restOf(after), versions) && isOfOneScore(before, after, versions)
  const [one, other] = versions.programs
  if (!isAlike || !before.at || !after.at) {
    const [was, is] = [saidLine(before, one), saidLine(after, other)]
    return aspectOf('condition', was, is, versions)
  }
  const [was, is] = [before.at.threshold, after.at.threshold]
  return [
    ...aspectOf('threshold', saidExpr(was, one), saidExpr(is, other), versions),
    ...aspectOf('until', saidExpr(before.until, one), saidExpr(after.until, other), versions),
  ]
}

function saidLine(line: StageLine | undefined, program: Program) {
  const said = saidCondition(line?.when, program)
  return line && said && { ...said, text: line.text }
}

// ---------------------------------------------------------------- disqualification and promises

export function disqualificationChanges(versions: Versions): readonly Change[] {
  const [before, after] = [versions.programs[0].disqualifications, versions.programs[1].disqualifications]
  const { forms } = versions
  const pairs = pairUp(before, after, [
    { key: ({ reason, when }, side) => `${reason}\n${forms.of(side, when)}` },
    { key: ({ reason }) => reason },
    { key: ({ when }, side) => `${forms.of(side, when)}` },
  ])
  return changesOf(before, after, pairs, disqualifications, versions)
}

const disqualifications: Kind<Disqualification> = {
  subject: 'disqualification',
  name: ({ reason }) => reason,
  shown: true,
  span: ({ span }) => span,
  aspects: (before, after, versions) => {
    const [one, other] = versions.programs
    return aspectOf('condition', saidCondition(before.when, one), saidCondition(after.when, other), versions)
  },
}

export function promiseChanges(versions: Versions): readonly Change[] {
  const [before, after] = [versions.programs[0].promises, versions.programs[1].promises]
  const { forms, programs } = versions
  const form = ({ kind, condition, given }: Promised, side: Side) =>
    [kind, forms.of(side, condition), forms.of(side, given)].join(' ')
  const leaves = ({ condition, given }: Promised, side: Side) => leavesOf([condition.expr, given?.expr], programs[side])
  const pairs = pairUp(before, after, [
    { key: form },
    { key: ({ text }) => text },
    { likeness: (one, other) => Math.max(0, overlap(leaves(one, 0), leaves(other, 1)) - 0.5) },
  ])
  return changesOf(before, after, pairs, promises, versions)
}

/** A promise is what it says: of one that was changed, its text is its name. */
const promises: Kind<Promised> = {
  subject: 'promise',
  name: ({ text }) => text,
  shown: false,
  span: ({ span }) => span,
  aspects: (before, after, versions) => {
    const [one, other] = versions.programs
    return [
      ...texts(
        'condition',
        before.kind === after.kind ? undefined : before.kind,
        before.kind === after.kind ? undefined : after.kind,
      ),
      ...aspectOf('condition', saidCondition(before.condition, one), saidCondition(after.condition, other), versions),
      ...aspectOf('condition', saidCondition(before.given, one), saidCondition(after.given, other), versions),
    ]
  },
}
