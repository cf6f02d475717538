/** Boxes around a lead: spaces whose cuts are arbitrary, and as much of them as the lead needs, or more. */

import type { Lead, LeadEvent, Program, Value } from '@merit-lang/runtime'
import { Interval } from '@merit-lang/runtime/reference'
import fc, { type Arbitrary } from 'fast-check'
import type { Box, Class, EventClass, Space, Variable } from '../../packages/analysis/src/space/space.ts'

/** Small numbers, one after the other. */
type Dice = (sides: number) => number

const dice: Arbitrary<Dice> = fc.infiniteStream(fc.nat(5039)).map(stream => sides => stream.next().value % sides)

const classOf = (value: Class['value']): Class => ({ value, text: '' })
const range = (low: number, high: number): Class => classOf(low === high ? low : new Interval(low, high, false))

/** Whole numbers from `low` to `high` in up to three parts. */
function cut(low: number, high: number, roll: Dice): readonly (readonly [number, number])[] {
  const cuts = [low + 1 + roll(high - low), low + 1 + roll(high - low)].sort((a, b) => a - b)
  const starts = [...new Set([low, ...cuts.slice(roll(3))])]
  return starts.map((start, i) => [start, (starts[i + 1] ?? high + 1) - 1])
}

function variableOf(attribute: number, value: Value, roll: Dice): Variable {
  const around =
    value === null
      ? [range(-20, 20)]
      : [range(value as number, value as number), range((value as number) - roll(9), (value as number) + roll(9))]
  return { attribute, classes: [classOf(null), ...around, range(7, 7), range(-90, -3)] }
}

const contains = ({ value: of }: Class, value: Value) =>
  of instanceof Interval ? value !== null && of.low <= (value as number) && (value as number) <= of.high : of === value

/** At least one of those, each of the others with even odds. */
function someOf(all: readonly number[], needed: readonly number[], roll: Dice): readonly number[] {
  const sure = needed[roll(needed.length)]
  return all.filter(one => one === sure || roll(2) === 0)
}

export interface Boxed {
  readonly space: Space
  readonly box: Box
  /** The class of an event. */
  readonly classOf: (event: LeadEvent) => number
}

/** A box that holds the lead at an instant. Its attributes are numbers, those named dates; its events have `seconds`. */
export function boxAround(program: Program, lead: Lead, now: number): Arbitrary<Boxed> {
  return dice.map(roll => {
    const values = lead.attributes.map((value, index) => relative(program, index, value, now))
    const variables = values.map((value, index) => variableOf(index, value, roll))
    const classes = variables.map(({ classes }, index) =>
      someOf(
        classes.map((_, i) => i),
        classes.flatMap((one, i) => (contains(one, values[index] as Value) ? [i] : [])),
        roll,
      ),
    )
    const events = [...program.events.flatMap((_, type) => typed(type, roll)), ...momentsOf(program, roll)]
    const find = (event: LeadEvent) => events.findIndex(one => holds(one, event, program, now))
    const found = lead.events.filter(({ at }) => at <= now).map(find)
    const counts = events.map((_, index) => {
      const count = found.filter(one => one === index).length
      const high = [count, count, count + 1, count + 3, Number.POSITIVE_INFINITY][roll(5)] as number
      return { low: Math.max(0, count - ([0, 0, 1, 9][roll(4)] as number)), high }
    })
    const space: Space = {
      program,
      variables,
      variablesOf: variables.map((_, index) => [index]),
      events,
      atoms: new Map(),
      valuesIn: () => [],
      propertiesIn: () => [],
    }
    return { space, box: { classes, counts }, classOf: find }
  })
}

/** Dates are relative to the instant. */
function relative({ attributes }: Program, index: number, value: Value, now: number): Value {
  return attributes[index]?.type.kind === 'date' && value !== null ? (value as number) - now : value
}

function typed(type: number, roll: Dice): EventClass[] {
  const seconds = [classOf(null), ...cut(-5, 15, roll).map(([low, high]) => range(low, high))]
  const undecided = roll(3) === 0
  return agesOf(roll).flatMap(([youngest, oldest]) =>
    (undecided ? [undefined] : seconds).map(one => ({
      type,
      properties: new Map(one ? [['seconds', one]] : []),
      holds: new Map(),
      youngest,
      oldest,
      text: '',
    })),
  )
}

function momentsOf({ attributes }: Program, roll: Dice): EventClass[] {
  const dates = attributes.flatMap(({ type }, index) => (type.kind === 'date' ? [index] : []))
  return dates.flatMap(attribute =>
    agesOf(roll).map(([youngest, oldest]) => ({
      type: -1,
      moment: { attribute },
      properties: new Map(),
      holds: new Map(),
      youngest,
      oldest,
      text: '',
    })),
  )
}

function agesOf(roll: Dice): readonly (readonly [number, number])[] {
  const cells = cut(0, 60, roll)
  return [...cells.slice(0, -1), [(cells.at(-1) as readonly [number, number])[0], Number.POSITIVE_INFINITY]]
}

function holds(
  { type, moment, properties, youngest, oldest }: EventClass,
  event: LeadEvent,
  program: Program,
  now: number,
) {
  const seconds = properties.get('seconds')
  const age = now - event.at
  const isOfClass = moment
    ? program.attributes[moment.attribute]?.name === event.name && event.type === -1
    : type === event.type
  return (
    isOfClass &&
    youngest <= age &&
    age <= oldest &&
    (!seconds || contains(seconds, event.properties.get('seconds') ?? null))
  )
}
