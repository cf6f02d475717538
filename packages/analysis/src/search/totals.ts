/** What scores, grades and stages may be over a box, worked out when asked for, each once. */
import type { Grade, Score, StageLine } from '@merit-lang/runtime'
import { between, both, type Enclosure, opposite, type Truth } from '@merit-lang/runtime/reference'
import { truth, type View, viewOf } from '../bounds/bounds.ts'
import type { End, Place } from './rule-end.ts'
import { type Limits, noLimits, type ScoreLimits } from './score-limits.ts'
import type { Side, Steering } from './steer.ts'
import { blockEnd, formulaEnd } from './worth.ts'

/** A box with its totals. */
export interface Prospect extends Steering {
  readonly place: Place
  /** Without limits on scores: what holds only since it is asked for still has to be brought about. */
  readonly unlimited: Steering
  readonly scoreEnd: (index: number, side: Side) => End
}

/** `limits`: within which scores are, for the leads that matter. */
export function prospectOf(place: Place, limits: ScoreLimits = noLimits): Prospect {
  const { program } = place.space
  const scoreEnd = remember((index, side) => {
    const score = program.scores[index] as Score
    return score.kind === 'rules' ? blockEnd(score.block, side, place) : formulaEnd(score, side, prospect)
  })
  const view = viewWithin(limits, place, scoreEnd)
  const ends = { score: (index: number, side: Side) => scoreEnd(index, side).wish }
  const unlimited = { view: limits.size > 0 ? viewWithin(noLimits, place, scoreEnd) : view, ends }
  const prospect: Prospect = { place, view, scoreEnd, ends, unlimited }
  return prospect
}

function viewWithin(limits: ScoreLimits, { space, box }: Place, scoreEnd: Prospect['scoreEnd']): View {
  const grades: ReadonlySet<string>[] = []
  const stages = new Map<number, Truth>()
  const view: View = viewOf(space, box, {
    score: index => within(scoreEnd(index, -1).value, scoreEnd(index, 1).value, limits.get(index)),
    grade: index => {
      grades[index] ??= labelsOf(space.program.grades[index] as Grade, view)
      return grades[index]
    },
    stage: index => {
      if (!stages.has(index)) stages.set(index, stageTruth(index, view))
      return stages.get(index)
    },
  })
  return view
}

/** Where the limits are beyond what the score can be there are no such leads, and any answer will do. */
function within(low: number, high: number, limits?: Limits): Enclosure {
  if (!limits || limits.low > high || limits.high < low) return between(low, high)
  return between(Math.max(low, limits.low), Math.min(high, limits.high))
}

function remember(work: (index: number, side: Side) => End): (index: number, side: Side) => End {
  const known = new Map<number, End>()
  return (index, side) => {
    const key = index * 2 + (side > 0 ? 1 : 0)
    const found = known.get(key) ?? work(index, side)
    known.set(key, found)
    return found
  }
}

function labelsOf(grade: Grade, view: View): ReadonlySet<string> {
  if (grade.kind === 'joined') return joined(grade.grades.map(index => view.totals.grade(index)))
  const labels = new Set<string>()
  for (const { label, when } of grade.cases) {
    const holds = truth(when.expr, view)
    if (holds !== false) labels.add(label)
    if (holds) return labels
  }
  return labels.add(grade.otherwise)
}

function joined(parts: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(parts.reduce<string[]>((sofar, labels) => sofar.flatMap(a => [...labels].map(b => a + b)), ['']))
}

/** A disqualified lead is in no stage. */
function stageTruth(index: number, view: View): Truth {
  const { stages, disqualifications } = view.space.program
  const disqualified = anyOf(disqualifications.map(({ when }) => truth(when.expr, view)))
  const lines = (stages[index]?.lines ?? []).map(line => lineTruth(line, view))
  return both(anyOf(lines), opposite(disqualified))
}

/** A line with `until` may still be on from before, unless its score is below that now. */
function lineTruth({ when, at, until }: StageLine, view: View): Truth {
  const holds = truth(when.expr, view)
  if (holds !== false || !until || !at) return holds
  const left = truth({ op: 'less', left: { op: 'score', index: at.score }, right: until }, view)
  return left === true ? false : undefined
}

function anyOf(parts: readonly Truth[]): Truth {
  return opposite(parts.reduce<Truth>((whole, part) => both(whole, opposite(part)), true))
}
