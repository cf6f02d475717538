/** What is said of all leads of a box is so for each of them. */
import type { EventSet, Expr, Program, Rule, Value } from '@merit-lang/runtime'
import {
  compute,
  type Enclosure,
  Interval,
  mayBeUnknown,
  type Run,
  ruleWorth,
  runOf,
} from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enclose, members, ruleBounds, type Totals, viewOf } from '../../packages/analysis/src/bounds/bounds.ts'
import { motionOf } from '../../packages/analysis/src/bounds/motion.ts'
import { boxAround } from '../generators/boxes.ts'
import { birth, timedLead, timedProgram } from '../generators/timelines.ts'
import { runs } from './settings.ts'

const NOW = birth + 120

/** Programs of which every event has `seconds`. */
const programs = timedProgram.map((program): Program => {
  const seconds = {
    name: 'seconds',
    key: 'seconds',
    type: { kind: 'number', integer: true },
    required: false,
    unknownIn: [],
  } as const
  return { ...program, events: program.events.map(type => ({ ...type, properties: [seconds] })) }
})

const cases = fc
  .tuple(programs, timedLead)
  .chain(([program, lead]) => boxAround(program, lead, NOW).map(boxed => ({ program, lead, ...boxed })))

const sets: ReadonlySet<string> = new Set([
  ...['events', 'moment', 'sharedSet', 'filter', 'union', 'except', 'then', 'reach', 'nth', 'window', 'since'],
  ...['cooldown', 'earliest', 'latest'],
])

/** Every expression, set and rule anywhere below. */
function partsOf(root: object): { exprs: Expr[]; sets: EventSet[]; rules: Rule[] } {
  const [seen, open] = [new Set<object>(), [root]]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const part of Object.values(node)) if (typeof part === 'object' && part !== null) open.push(part)
  }
  const nodes = [...seen]
  const operations = nodes.filter(node => 'op' in node) as (Expr | EventSet)[]
  return {
    exprs: operations.filter((node): node is Expr => !sets.has(node.op)),
    sets: operations.filter((node): node is EventSet => sets.has(node.op)),
    rules: nodes.filter((node): node is Rule => 'kind' in node && node.kind === 'rule'),
  }
}

function encloses(enclosure: Enclosure, value: Value): boolean {
  if (!(enclosure instanceof Interval)) return enclosure === value
  if (value === null) return mayBeUnknown(enclosure)
  return typeof value !== 'number' || (enclosure.low <= value && value <= enclosure.high)
}

/** What the run says, and no more. */
const totalsOf = (run: Run): Totals => ({
  score: run.score,
  grade: index => new Set([run.grade(index)]),
  stage: run.stage,
})

const relativeTo = (e: Expr, value: Value, { program, now }: Run) =>
  motionOf(e, program) === 'moving' && typeof value === 'number' ? value - now : value

describe('for a lead of the box', () => {
  it('the value of every expression is enclosed', () => {
    fc.assert(
      fc.property(cases, ({ program, lead, space, box }) => {
        const run = runOf(program, lead, NOW)
        const view = viewOf(space, box, totalsOf(run))
        const strays = partsOf(program).exprs.filter(
          e => !encloses(enclose(e, view), relativeTo(e, compute(e, { run }), run)),
        )
        expect(strays.map(e => ({ e, is: compute(e, { run }), not: enclose(e, view) }))).toEqual([])
      }),
      runs(300),
    )
  })

  it('a set has as many members of each class, and in all, as is said', () => {
    fc.assert(
      fc.property(cases, ({ program, lead, space, box, classOf }) => {
        const run = runOf(program, lead, NOW)
        const view = viewOf(space, box, totalsOf(run))
        for (const set of partsOf(program).sets) {
          const [of, found] = [members(set, view), run.events(set)]
          const all = [...run.events({ op: 'events', types: program.events.map((_, type) => type) }), ...found]
          const wrong = space.events.filter((_, index) => {
            const isOfClass = (event: (typeof found)[number]) => classOf(event) === index
            const { low, high, all: whole } = of.classes.get(index) ?? { low: 0, high: 0, all: false }
            const count = found.filter(isOfClass).length
            return count < low || count > high || (whole && new Set(all.filter(isOfClass)).size !== count)
          })
          expect({ set, of, wrong }).toEqual({ set, of, wrong: [] })
          expect({ set, of, count: Math.min(Math.max(of.low, found.length), of.high) }).toEqual({
            set,
            of,
            count: found.length,
          })
        }
      }),
      runs(300),
    )
  })

  it('a rule gives what is said', () => {
    fc.assert(
      fc.property(cases, ({ program, lead, space, box }) => {
        const run = runOf(program, lead, NOW)
        const view = viewOf(space, box, totalsOf(run))
        for (const rule of partsOf(program).rules) {
          const [{ low, high, matched }, worth] = [ruleBounds(rule, view), ruleWorth(rule, run, true)]
          expect({ rule, low, high, points: Math.min(Math.max(low.points, worth.points), high.points) }).toEqual({
            rule,
            low,
            high,
            points: worth.points,
          })
          expect(matched ?? worth.matched).toBe(worth.matched)
        }
      }),
      runs(300),
    )
  })
})
