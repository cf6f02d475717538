/** Boxes around a lead: as much of a space as the lead needs, or more. */
import type { Expr, LeadEvent, Value, ValueType } from '@merit-lang/runtime'
import { holds, Interval, mayBeUnknown, type Run } from '@merit-lang/runtime/reference'
import fc, { type Arbitrary } from 'fast-check'
import type { Box, Class, EventClass, Space } from '../../packages/analysis/src/space/space.ts'

/** Small numbers, one after the other. */
export type Dice = (sides: number) => number

export const dice: Arbitrary<Dice> = fc.infiniteStream(fc.nat(5039)).map(stream => sides => stream.next().value % sides)

/** Where the lead of a run is; empty where it has no place. */
export interface Place {
  /** By variable, the classes that hold the lead. */
  readonly classes: readonly (readonly number[])[]
  /** The classes that hold an event. */
  readonly classesOf: (event: LeadEvent) => readonly number[]
}

export function placeOf(run: Run, space: Space): Place {
  return {
    classes: space.variables.map((_, variable) => classesIn(variable, run, space)),
    classesOf: event => indices(space.events, one => holdsEvent(one, event, run)),
  }
}

/** A box that holds the lead of the run. */
export function boxAround(run: Run, space: Space, { classes, classesOf }: Place, roll: Dice): Box {
  const happened = run.lead.events.filter(({ at }) => at <= run.now).map(event => classesOf(event)[0])
  return {
    classes: classes.map((holding, variable) => {
      const sure = holding[roll(holding.length)]
      return indices(space.variables[variable]?.classes ?? [], (_, index) => index === sure || roll(3) === 0)
    }),
    counts: space.events.map((_, index) => {
      const count = happened.filter(one => one === index).length
      const high = [count, count, count + 1, count + 3, Number.POSITIVE_INFINITY][roll(5)] as number
      return { low: Math.max(0, count - ([0, 0, 1, 9][roll(4)] as number)), high }
    }),
  }
}

function indices<T>(all: readonly T[], test: (one: T, index: number) => boolean): readonly number[] {
  return all.flatMap((one, index) => (test(one, index) ? [index] : []))
}

function classesIn(variable: number, run: Run, { program, variables, atoms }: Space): readonly number[] {
  const { attribute, classes } = variables[variable] as Space['variables'][number]
  const { type } = program.attributes[attribute] as { type: ValueType }
  const own = [...atoms].filter(([, atom]) => atom.variable === variable)
  const truths = own.map(([expr, atom]) => ({ is: holds(expr, { run }), said: atom.holds }))
  return indices(
    classes,
    (one, index) =>
      contains(one, run.lead.attributes[attribute] ?? null, type, run) &&
      truths.every(({ is, said }) => (said[index] ?? is) === is),
  )
}

/** Dates are relative to the instant, and where they stand on the calendar is a matter of its own. */
function contains({ value: of, fixed }: Class, value: Value, { kind }: ValueType, { now }: Run): boolean {
  if (!(of instanceof Interval)) return of === (kind === 'date' && value !== null ? (value as number) - now : value)
  if (value === null) return mayBeUnknown(of)
  if (typeof value !== 'number') return true
  const shown = kind === 'date' ? value - now : value
  return of.low <= shown && shown <= of.high && (!fixed || (fixed.low <= value && value <= fixed.high))
}

function holdsEvent(one: EventClass, event: LeadEvent, run: Run): boolean {
  const { program, now } = run
  const name = one.moment && program.attributes[one.moment.attribute]?.name
  if (one.type !== event.type || (name !== undefined && name !== event.name)) return false
  const declared = program.events[one.type]?.properties ?? []
  const fits = ([property, of]: readonly [string, Class]) => {
    const type = declared.find(({ name }) => name === property)?.type ?? { kind: 'text' as const }
    return contains(of, event.properties.get(property) ?? null, type, run)
  }
  const agrees = ([expr, truth]: readonly [Expr, boolean | undefined]) =>
    truth === undefined || truth === holds(expr, { run, event })
  const age = now - event.at
  return one.youngest <= age && age <= one.oldest && [...one.properties].every(fits) && [...one.holds].every(agrees)
}
