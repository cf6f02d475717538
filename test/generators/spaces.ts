/** Spaces whose cuts are arbitrary, for programs of which the attributes are numbers and dates, and every event has `seconds`. */
import type { Lead, Program } from '@merit-lang/runtime'
import { Interval } from '@merit-lang/runtime/reference'
import type { Class, EventClass, Space, Variable } from '../../packages/analysis/src/space/space.ts'
import type { Dice } from './boxes.ts'

/** In which the lead has a place. */
export function spaceAround(program: Program, lead: Lead, now: number, roll: Dice): Space {
  const variables = program.attributes.map((_, index) => variableOf(index, relative(program, index, lead, now), roll))
  return {
    program,
    variables,
    variablesOf: variables.map((_, index) => [index]),
    events: [...program.events.flatMap((_, type) => typed(type, roll)), ...momentsOf(program, roll)],
    askedOfEvents: new Set(),
    atoms: new Map(),
    valuesIn: () => [],
    propertiesIn: () => [],
  }
}

/** Dates are relative to the instant. */
function relative({ attributes }: Program, index: number, lead: Lead, now: number): number | null {
  const value = (lead.attributes[index] ?? null) as number | null
  return attributes[index]?.type.kind === 'date' && value !== null ? value - now : value
}

function variableOf(attribute: number, value: number | null, roll: Dice): Variable {
  const around = value === null ? [range(-20, 20)] : [range(value, value), range(value - roll(9), value + roll(9))]
  return { attribute, classes: [{ value: null, text: '' }, ...around, range(7, 7), range(-90, -3)] }
}

function range(low: number, high: number): Class {
  return { value: low === high ? low : new Interval(low, high, false), text: '' }
}

/** Whole numbers from `low` to `high` in up to three parts. */
function cut(low: number, high: number, roll: Dice): readonly (readonly [number, number])[] {
  const cuts = [low + 1 + roll(high - low), low + 1 + roll(high - low)].sort((a, b) => a - b)
  const starts = [...new Set([low, ...cuts.slice(roll(3))])]
  return starts.map((start, i) => [start, (starts[i + 1] ?? high + 1) - 1])
}

function typed(type: number, roll: Dice): EventClass[] {
  const seconds = [{ value: null, text: '' }, ...cut(-5, 15, roll).map(([low, high]) => range(low, high))]
  const isOpen = roll(3) === 0
  return agesOf(roll).flatMap(ages =>
    isOpen
      ? [eventClass(type, ages)]
      : seconds.map(one => eventClass(type, ages, { properties: new Map([['seconds', one]]) })),
  )
}

function momentsOf({ attributes }: Program, roll: Dice): EventClass[] {
  const dates = attributes.flatMap(({ type }, index) => (type.kind === 'date' ? [index] : []))
  return dates.flatMap(attribute => agesOf(roll).map(ages => eventClass(-1, ages, { moment: { attribute } })))
}

type Ages = readonly [youngest: number, oldest: number]

function eventClass(type: number, [youngest, oldest]: Ages, rest: Partial<EventClass> = {}): EventClass {
  return { type, properties: new Map<string, Class>(), holds: new Map(), youngest, oldest, text: '', ...rest }
}

function agesOf(roll: Dice): readonly Ages[] {
  const cells = cut(0, 60, roll)
  return cells.map(([youngest, oldest], i) => [youngest, i < cells.length - 1 ? oldest : Number.POSITIVE_INFINITY])
}
