/** What is different in stages, line by line. */
import type { Expr, Program, Stage, StageLine } from '@merit-lang/runtime'
import type { AspectChange, Change } from './change.ts'
import type { Side } from './forms.ts'
import { changesOf, type Kind, type Told } from './kinds.ts'
import { leavesOf } from './likeness.ts'
import { inOrder, overlap, pairUp } from './pairs.ts'
import { saidCondition, saidExpr } from './said.ts'
import { aspectOf, same, type Versions } from './versions.ts'

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
  told: ({ lines }, program) => lines.flatMap(line => toldLine(line, program)),
}

/** A bare threshold by its number. */
function toldLine(line: StageLine, program: Program): readonly Told[] {
  const { at, until, text } = line
  if (!at || restOf(line)) return [{ aspect: 'condition', text }]
  const said = { threshold: saidExpr(at.threshold, program), until: saidExpr(until, program) }
  return (['threshold', 'until'] as const).flatMap(aspect => {
    const { text } = said[aspect] ?? {}
    return text === undefined ? [] : [{ aspect, text }]
  })
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
