/** What is said of a stretch of time is so in each of its milliseconds, and what lasts is what walking through a life gives. */
import { isDeepStrictEqual } from 'node:util'
import {
  type Expr,
  evaluate,
  type Lead,
  type Program,
  type Result,
  type Rule,
  readLead,
  type Value,
} from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelOf } from '../../packages/runtime/src/engine/model.ts'
import { runOf, subjectOfRun } from '../../packages/runtime/src/evaluate.ts'
import { forecast, forecastOf, type Outlook } from '../../packages/runtime/src/forecast/forecast.ts'
import { holds } from '../../packages/runtime/src/kernel/expressions.ts'
import type { Run } from '../../packages/runtime/src/kernel/scope.ts'
import {
  condition,
  DAY,
  declared,
  onEach,
  points,
  program as programWith,
  rule,
  scoreOf,
} from '../../packages/runtime/src/testing.ts'
import { type Enclosure, Interval, mayBeUnknown } from '../../packages/runtime/src/timeline/enclosure.ts'
import { periodOf } from '../../packages/runtime/src/timeline/outcomes.ts'
import type { Period } from '../../packages/runtime/src/timeline/period.ts'
import { firstInstantOf, lastInstantOf, type Span, type Track } from '../../packages/runtime/src/timeline/search.ts'
import { startOf } from '../../packages/runtime/src/timeline/subject.ts'
import { fittingLead, model, render, now as today } from '../generators/index.ts'
import { birth, timedLead, timedProgram } from '../generators/timelines.ts'
import { compile, score } from '../pipeline.ts'
import { life } from './life.ts'
import { runs } from './settings.ts'

const END = birth + 180
const instant = fc.integer({ min: birth, max: END })
const subject = (program: Program, lead: Lead) => subjectOfRun(runOf(program, lead, END))
const span = fc.tuple(instant, instant).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))

interface Answers {
  readonly score: (index: number) => unknown
  readonly grade: (index: number) => unknown
  readonly stage: (index: number) => unknown
}

function answersOf({ scores, grades, stages }: Program, { score, grade, stage }: Answers) {
  return [scores.map((_, i) => score(i)), grades.map((_, i) => grade(i)), stages.map((_, i) => stage(i))].flat()
}

function encloses(enclosure: Enclosure | undefined, value: Value): boolean {
  if (enclosure === undefined) return true
  if (!(enclosure instanceof Interval)) return enclosure === value
  if (value === null) return mayBeUnknown(enclosure)
  return typeof value !== 'number' || (enclosure.low <= value && value <= enclosure.high)
}

/** What a program answers with no line that has `until` ever on by itself. */
const plainly = (program: Program, lead: Lead, now: number) => answersOf(program, runOf(program, lead, now))
const withoutUntil = (program: Program): Program => ({
  ...program,
  stages: program.stages.map(stage => ({ ...stage, lines: stage.lines.map(line => ({ ...line, until: undefined })) })),
})

describe('over a period', () => {
  const never = () => false as const

  it('each instant is enclosed', () => {
    fc.assert(
      fc.property(timedProgram.map(withoutUntil), timedLead, span, (program, lead, { from, to }) => {
        const period: Period = periodOf(subject(program, lead), { from, to }, never)
        const enclosures = answersOf(program, period) as Enclosure[]
        fc.pre(!period.isUnclear)
        for (let now = from; now <= to; now++) {
          const strays = plainly(program, lead, now).filter((value, i) => !encloses(enclosures[i], value as Value))
          expect(strays).toEqual([])
        }
      }),
      runs(200),
    )
  })

  it('of one instant, everything is exact', () => {
    fc.assert(
      fc.property(timedProgram.map(withoutUntil), timedLead, instant, (program, lead, now) => {
        const period = periodOf(subject(program, lead), { from: now, to: now }, never)
        expect(answersOf(program, period)).toEqual(plainly(program, lead, now))
        expect(period.isUnclear).toBe(false)
      }),
      runs(200),
    )
  })
})

describe('until', () => {
  const asked = fc.array(instant, { minLength: 3, maxLength: 3 })

  it('is what walking through the whole life gives', () => {
    fc.assert(
      fc.property(timedProgram, timedLead, asked, (program, lead, asked) => {
        for (const run of life(program, lead, startOf(subject(program, lead), END), END)) {
          if (!asked.includes(run.now) && !lead.events.some(({ at }) => at === run.now - 1)) continue
          expect(outcomesOf(run)).toMatchObject(evaluate(program, lead, run.now).stages)
        }
      }),
      runs(200),
    )
  })
})

describe('a search that gives up', () => {
  // Twice an amount less the amount and itself: always nothing, which bounds do not tell.
  const [page, mail] = [0, 1]
  const sinceCreated: Expr = { op: 'subtract', left: { op: 'now' }, right: { op: 'attribute', index: 0 } }
  const twice: Expr = { op: 'multiply', left: sinceCreated, right: { op: 'const', value: 2 } }
  const unclear: Expr = { op: 'subtract', left: twice, right: { op: 'add', left: sinceCreated, right: sinceCreated } }
  const just = (type: number, points: number): Rule =>
    onEach({ op: 'window', set: { op: 'events', types: [type] }, below: 1 }, points)
  /** Between the marks, but for the very millisecond of a page, which takes in, and of a mail, which lets out. */
  const program = programWith({
    attributes: [declared('created', { kind: 'date' })],
    events: ['page', 'mail', 'call'].map(name => ({ name, properties: [] })),
    scores: [
      scoreOf([
        rule('unclear', { cases: [points(unclear)] }),
        rule('7', { cases: [points(7)] }),
        just(page, 5),
        just(mail, -5),
      ]),
    ],
    stages: [
      {
        name: 'S',
        lines: [
          {
            text: '',
            when: condition('at', { op: 'atMost', left: { op: 'const', value: 10 }, right: { op: 'score', index: 0 } }),
            at: { score: 0, threshold: { op: 'const', value: 10 } },
            until: { op: 'const', value: 5 },
            span: { path: 'model.merit', line: 1, column: 1 },
          },
        ],
      },
    ],
  })

  it('still knows what the instants said at which something began', () => {
    const gap = fc.integer({ min: 1, max: 90 * DAY })
    fc.assert(
      fc.property(fc.nat(2), fc.nat(2), gap, gap, (first, second, between, after) => {
        const happened = [first, second].map((type, rank) => {
          return { type, name: '', at: today + rank * between, id: null, rank, properties: new Map() }
        })
        const lead: Lead = { id: null, attributes: [today], events: happened, issues: [] }
        const decisive = second === 2 ? first : second
        expect(evaluate(program, lead, today + between + after).stages.S).toBe(decisive === page)
      }),
      runs(10),
    )
  })

  it('found nothing before the instant at which it did', () => {
    const track: Track = { times: [], over: span => span as unknown as Period }
    const wide = fc.integer({ min: 0, max: 1e6 })
    fc.assert(
      fc.property(wide, wide, fc.nat(40), fc.boolean(), (length, place, clear, exists) => {
        const at = Math.min(place, length)
        // Stretches longer than `clear` are in doubt, whatever is so.
        const ask = (period: Period) => {
          const { from, to } = period as unknown as Span
          if (to - from > clear) return undefined
          return exists && from <= at && at <= to ? (from === to ? true : undefined) : false
        }
        const whole = { from: 0, to: length }
        for (const [found, isBefore] of [
          [firstInstantOf(ask, whole, track), (open: number) => open <= at],
          [lastInstantOf(ask, whole, track), (open: number) => open >= at],
        ] as const) {
          if (found && 'open' in found) expect(!exists || isBefore(found.open)).toBe(true)
          else expect(found).toEqual(exists ? { at } : undefined)
        }
      }),
      runs(200),
    )
  })
})

describe('a forecast', () => {
  /** Long after the last half-life of these programs is over. */
  const FAR = birth + 400

  it('gives the first instant at which walking on finds something else', () => {
    fc.assert(
      fc.property(timedProgram, timedLead, instant, (program, lead, now) => {
        const { next, stages, grades, disqualified } = forecastOf(program, lead, now)
        const outlooks: Record<string, Outlook<unknown>> = { ...stages, ...grades, disqualified }
        const walked = walkedFrom(program, lead, now, FAR)
        for (const [name, outlook] of Object.entries(outlooks)) expectToFit(outlook, walked[name] as Walked, FAR)
        const changes = Object.values(outlooks).map(({ until }) => (until === null ? Infinity : Date.parse(until)))
        expect(next === null ? Infinity : Date.parse(next)).toBe(Math.min(...changes))
      }),
      runs(80),
    )
  })
})

describe('of models as people write them', () => {
  const text = model.map(parts => `${render(parts)}\nqualify Warm at 15 of engagement until below 5`)
  const days = fc.integer({ min: -60 * 24, max: 120 * 24 }).map(hours => today - hours * 3_600_000)
  const spans = fc.tuple(days, days, fc.infiniteStream(days)).map(([a, b, more]) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    return { from, to, within: [from, to, ...[...more.take(20)].filter(at => from < at && at < to)] }
  })

  it('each instant is enclosed', () => {
    fc.assert(
      fc.property(text, fittingLead, spans, (text, data, { from, to, within }) => {
        const program = withoutUntil(compile(text))
        const lead = readLead(program, data)
        const enclosures = answersOf(
          program,
          periodOf(subject(program, lead), { from, to }, () => false),
        )
        for (const now of within) {
          const answers = plainly(program, lead, now)
          expect(answers.filter((value, i) => !encloses(enclosures[i] as Enclosure, value as Value))).toEqual([])
        }
      }),
      runs(100),
    )
  })

  it('the engine says the same of one lead after the other', () => {
    fc.assert(
      fc.property(text, fc.array(fittingLead, { minLength: 2, maxLength: 4 }), (text, leads) => {
        const program = compile(text)
        const engine = modelOf(program)
        for (const data of leads) expect(engine.score(data, { now: today })).toEqual(score(program, data, today))
      }),
      runs(60),
    )
  })

  it('nothing changes before the forecast instant, and something does then', () => {
    fc.assert(
      fc.property(text, fittingLead, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (text, data, parts) => {
        const program = compile(text)
        const { next, stages, grades } = forecast({ program }, data, { now: today })
        const at = (now: number) => isolated(score(program, data, now))
        const end = next === null ? today + 1e12 : Date.parse(next)
        for (const part of [...parts, 1]) expect(at(Math.floor(today + part * (end - 1 - today)))).toEqual(at(today))
        const given = [...Object.values(stages), ...Object.values(grades)].every(one => !one.until || 'becomes' in one)
        if (next !== null && given) expect(at(end)).not.toEqual(at(today))
      }),
      runs(60),
    )
  })

  const isolated = ({ stages, grades, disqualified }: Result) => ({ stages, grades, disqualified })
})

/** What a walk found: what something is, and the first instant, with what it is then, at which it is something else. */
interface Walked {
  readonly is: unknown
  readonly change?: { readonly at: number; readonly to: unknown }
}

function walkedFrom(program: Program, lead: Lead, now: number, end: number): Record<string, Walked> {
  const found: Record<string, Walked> = {}
  for (const run of life(program, lead, startOf(subject(program, lead), now), end)) {
    if (run.now < now) continue
    for (const [name, to] of Object.entries(outcomesOf(run))) {
      const { is, change } = found[name] ?? { is: to }
      found[name] = { is, change: change ?? (isDeepStrictEqual(is, to) ? undefined : { at: run.now, to }) }
    }
  }
  return found
}

function outcomesOf(run: Run): Record<string, unknown> {
  const { stages, grades, disqualifications } = run.program
  const holding = disqualifications.filter(({ when }) => holds(when.expr, { run }))
  return {
    ...Object.fromEntries(stages.map(({ name }, i) => [name, run.stage(i)])),
    ...Object.fromEntries(grades.map(({ name }, i) => [name, run.grade(i)])),
    disqualified: holding.map(({ reason }) => reason),
  }
}

/** A walk ends somewhere; a forecast that gave up is right as far as it goes. */
function expectToFit({ is, until, becomes }: Outlook<unknown>, walked: Walked, end: number): void {
  const [at, found] = [until === null ? Infinity : Date.parse(until), walked.change?.at ?? Infinity]
  expect(is).toEqual(walked.is)
  if (becomes === undefined && until !== null) expect(found).toBeGreaterThanOrEqual(at)
  else if (Math.min(at, found) <= end) expect([at, becomes]).toEqual([found, walked.change?.to])
}
