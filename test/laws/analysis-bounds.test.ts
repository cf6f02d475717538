/** What is said of all leads of a box is so for each of them. */
import { type EventSet, type Expr, type Lead, type Program, type Rule, readLead, type Value } from '@merit-lang/runtime'
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
import {
  enclose,
  members,
  ruleBounds,
  type Totals,
  type View,
  viewOf,
} from '../../packages/analysis/src/bounds/bounds.ts'
import { motionOf } from '../../packages/analysis/src/bounds/motion.ts'
import { spaceOf } from '../../packages/analysis/src/space/build.ts'
import type { Space } from '../../packages/analysis/src/space/space.ts'
import { boxAround, type Dice, dice, type Place, placeOf } from '../generators/boxes.ts'
import { type Data, fittingLead, model, render, now as today } from '../generators/index.ts'
import { spaceAround } from '../generators/spaces.ts'
import { birth, timedLead, timedProgram } from '../generators/timelines.ts'
import { compile } from '../pipeline.ts'
import { runs } from './settings.ts'

/** A lead, and a view of a box that holds it. */
interface Seen {
  readonly run: Run
  readonly view: View
  readonly place: Place
}

function seen(run: Run, space: Space, roll: Dice): Seen {
  const place = placeOf(run, space)
  return { run, place, view: viewOf(space, boxAround(run, space, place, roll), totalsAround(run, roll(3) > 0)) }
}

/** What the run says, and perhaps more. */
function totalsAround(run: Run, isWide: boolean): Totals {
  return {
    score: index => (isWide ? new Interval(run.score(index) - 3e6, run.score(index) + 1e6, false) : run.score(index)),
    grade: index => new Set([run.grade(index), ...(isWide ? ['at 5', 'A'] : [])]),
    stage: index => (isWide ? undefined : run.stage(index)),
  }
}

const integer = { kind: 'number', integer: true } as const
const seconds = { name: 'seconds', key: 'seconds', type: integer, required: false, unknownIn: [] }

function cutAtRandom(timed: Program, lead: Lead, roll: Dice): Seen {
  const program = { ...timed, events: timed.events.map(type => ({ ...type, properties: [seconds] })) }
  const run = runOf(program, lead, birth + 120)
  return seen(run, spaceAround(program, lead, run.now, roll), roll)
}

function cutAsAsked(text: string, data: Data, roll: Dice): Seen {
  const program = compile(text)
  return seen(runOf(program, readLead(program, data), today), spaceOf(program), roll)
}

const isSet: ReadonlySet<string> = new Set([
  ...['events', 'moment', 'sharedSet', 'filter', 'union', 'except', 'then', 'reach', 'nth', 'window', 'since'],
  ...['cooldown', 'earliest', 'latest'],
])

/** Every expression, set and rule that something reads. */
function partsOf(program: Program): { exprs: Expr[]; sets: EventSet[]; rules: Rule[] } {
  const { scores, grades, stages, disqualifications, promises } = program
  const [found, open] = [new Set<object>(), [{ scores, grades, stages, disqualifications, promises } as object]]
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node)) continue
    found.add(node)
    for (const part of [...Object.values(node), referredTo(node as Expr | EventSet, program)])
      if (typeof part === 'object' && part !== null) open.push(part)
  }
  const nodes = [...found]
  const operations = nodes.filter(node => 'op' in node) as (Expr | EventSet)[]
  return {
    exprs: operations.filter((node): node is Expr => !isSet.has(node.op)),
    sets: operations.filter((node): node is EventSet => isSet.has(node.op)),
    rules: nodes.filter((node): node is Rule => 'kind' in node && node.kind === 'rule'),
  }
}

function referredTo(part: Expr | EventSet, { values, sets }: Program): object | undefined {
  if (part.op === 'value') return values[part.index]
  return part.op === 'sharedSet' ? sets[part.index] : undefined
}

function encloses(enclosure: Enclosure, value: Value): boolean {
  if (!(enclosure instanceof Interval)) return enclosure === value
  if (value === null) return mayBeUnknown(enclosure)
  return typeof value !== 'number' || (enclosure.low <= value && value <= enclosure.high)
}

/** Instants are relative. */
function shown(e: Expr, run: Run): Value {
  const value = compute(e, { run })
  return motionOf(e, run.program) === 'moving' && typeof value === 'number' ? value - run.now : value
}

function expectEnclosed({ run, view }: Seen): void {
  for (const e of partsOf(run.program).exprs) {
    const [value, enclosure] = [shown(e, run), enclose(e, view)]
    if (!encloses(enclosure, value)) expect({ e, enclosure }).toBe(value)
  }
}

function expectMembers({ run, view, place }: Seen): void {
  const types = run.program.events.map((_, type) => type)
  for (const set of partsOf(run.program).sets) {
    const [of, found] = [members(set, view), run.events(set)]
    const all = [...new Set([...run.events({ op: 'events', types }), ...found])]
    const wrong = view.space.events.filter((_, index) => {
      const { low, high, all: whole } = of.classes.get(index) ?? { low: 0, high: 0, all: false }
      const count = found.filter(event => place.classesOf(event)[0] === index).length
      return (
        count < low ||
        count > high ||
        (whole && all.filter(event => place.classesOf(event)[0] === index).length > count)
      )
    })
    if (wrong.length > 0 || found.length < of.low || found.length > of.high) expect({ set, of, wrong }).toBe(found)
  }
}

function expectPoints({ run, view }: Seen): void {
  for (const rule of partsOf(run.program).rules) {
    const [{ low, high, matched }, worth] = [ruleBounds(rule, view), ruleWorth(rule, run, true)]
    if (worth.points < low.points || worth.points > high.points) expect({ rule, low, high }).toBe(worth.points)
    if (matched !== undefined && matched !== worth.matched) expect({ rule, matched }).toBe(worth.matched)
  }
}

describe('of programs of all operations, cut at random', () => {
  const law = (expectation: (seen: Seen) => void) =>
    fc.assert(
      fc.property(timedProgram, timedLead, dice, (...given) => expectation(cutAtRandom(...given))),
      runs(300),
    )
  it('the value of every expression is enclosed', () => law(expectEnclosed))
  it('a set has as many members of each class, and in all, as is said', () => law(expectMembers))
  it('a rule gives what is said', () => law(expectPoints))
})

describe('of models, cut as their conditions ask', () => {
  const law = (expectation: (seen: Seen) => void) =>
    fc.assert(
      fc.property(model.map(render), fittingLead, dice, (...given) => expectation(cutAsAsked(...given))),
      runs(60),
    )
  it('the value of every expression is enclosed', () => law(expectEnclosed))
  it('a set has as many members of each class, and in all, as is said', () => law(expectMembers))
  it('a rule gives what is said', () => law(expectPoints))
})
