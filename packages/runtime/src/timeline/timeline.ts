import { once } from '../kernel/memo.ts'
import type { StageLine } from '../program.ts'
import { both, opposite, type Truth } from './enclosure.ts'
import { enters, leaves, lineOf } from './line.ts'
import { periodOf } from './outcomes.ts'
import type { Period } from './period.ts'
import { firstInstantOf, halves, LOOKS, placeAfter, type Span, type Track } from './search.ts'
import type { Subject } from './subject.ts'

/** Tells for a line of a stage whether it is on. */
export type Lines = (stage: number, line: number) => boolean

/** A stretch of a lead's life. */
export interface Timeline extends Track {
  /** Whether a line that has `until` is on at the last instant. */
  readonly atEnd: Lines
}

/** `before`: which lines are on just before the first instant. */
export function timelineOf(subject: Subject, span: Span, before: Lines): Timeline {
  const { program, times } = subject
  const remembering = { ...subject, at: once(subject.at) }
  const { from, to } = span
  const last = { from: to, to }
  const flips = perLine((stage, line) => flipsOf(lineOf(program, stage, line), span, before(stage, line), timeline))
  const periods = new Map<string, Period>()
  const timeline: Timeline = {
    times,
    atEnd: perLine((stage, line) => {
      const of = lineOf(program, stage, line)
      return verdictOf(of, last, timeline) ?? lastVerdict(of, { from, to: to - 1 }, timeline) ?? before(stage, line)
    }),
    over: ({ from, to }) => {
      const key = `${from} ${to}`
      const known = periods.get(key) ?? periodOf(remembering, { from, to }, stateOf)
      periods.set(key, known)
      return known
    },
  }
  function stateOf(stage: number, line: number, period: Period): Truth {
    if (enters(lineOf(program, stage, line), period)) return true
    if (period.from === to) return timeline.atEnd(stage, line)
    const { instants, through } = flips(stage, line)
    if (period.to > through) return undefined
    const passed = placeAfter(instants, period.from)
    const on = before(stage, line) === (passed % 2 === 0)
    return placeAfter(instants, period.to) > passed ? undefined : on
  }
  return timeline
}

/** The instants at which a line goes on or off, in turn; what comes after `through` is not known. */
interface Flips {
  readonly instants: readonly number[]
  readonly through: number
}

function flipsOf(line: StageLine, { from, to }: Span, before: boolean, track: Track): Flips {
  const instants: number[] = []
  let on = before
  const flipping = (period: Period) =>
    on ? both(leaves(line, period), opposite(enters(line, period))) : enters(line, period)
  let found = firstInstantOf(flipping, { from, to }, track)
  while (found && 'at' in found) {
    instants.push(found.at)
    on = !on
    found = firstInstantOf(flipping, { from: found.at + 1, to }, track)
  }
  return { instants, through: found ? found.open - 1 : to }
}

/**
 * Whether the line was on or off when that was last decided; undefined where it never was. Of what is left when the search
 * gives up, the first instants are looked at, which are those at which something begins.
 */
function lastVerdict(line: StageLine, span: Span, track: Track): boolean | undefined {
  const behind: Span[] = span.from <= span.to ? [span] : []
  for (let looks = 0; behind.length > 0; looks++) {
    const { from, to } = behind.pop() as Span
    const next = looks < LOOKS ? { from, to } : { from, to: from }
    const verdict = verdictOf(line, next, track)
    if (verdict !== undefined) return verdict
    if (next.from < next.to && !isUneventful(line, next, track)) behind.push(...halves(next, track.times))
  }
  return undefined
}

/**
 * Whether the line is on at the end of the span because of what happens within; undefined where nothing does, or where it
 * takes a closer look. When no instant lets the lead out, one that takes it in is enough, and the other way round.
 */
function verdictOf(line: StageLine, span: Span, track: Track): boolean | undefined {
  const [entering, leaving] = looks(line, span, track)
  if (entering) return true
  if (entering === false && leaving) return false
  const [entered, left] = looks(line, { from: span.from, to: span.from }, track)
  if (leaving === false && entered) return true
  return entering === false && left ? false : undefined
}

function isUneventful(line: StageLine, span: Span, track: Track): boolean {
  return looks(line, span, track).every(answer => answer === false)
}

function looks(line: StageLine, span: Span, track: Track): readonly [entering: Truth, leaving: Truth] {
  const period = track.over(span)
  return [enters(line, period), leaves(line, period)]
}

/** Remembers the answer for each line. */
function perLine<A>(answer: (stage: number, line: number) => A): (stage: number, line: number) => A {
  const known = new Map<string, A>()
  return (stage, line) => {
    const key = `${stage} ${line}`
    if (!known.has(key)) known.set(key, answer(stage, line))
    return known.get(key) as A
  }
}
