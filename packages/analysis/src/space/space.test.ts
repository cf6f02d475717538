import type { Lead, LeadEvent, Program, Value } from '@merit-lang/runtime'
import { readLead } from '@merit-lang/runtime'
import { type Enclosure, highest, holds, Interval, lowest, type Run, runOf } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingLead, model, now, render } from '../../../../test/generators/index.ts'
import { runs } from '../../../../test/laws/settings.ts'
import { compile } from '../../../../test/pipeline.ts'
import { spaceOf } from './build.ts'
import { eventsOf } from './event-classes.ts'
import { dateOf, isMoment, momentOf } from './kinds.ts'
import { questionsOf } from './questions.ts'
import type { Class, EventClass, Space } from './space.ts'

const isDate = ({ attributes }: Program, index: number) => attributes[index]?.type.kind === 'date'

function encloses(of: Enclosure, value: Value): boolean {
  if (!(of instanceof Interval)) return of === value
  return value === null ? of.unknown : typeof value !== 'number' || (lowest(of) <= value && value <= highest(of))
}

/** As classes have it: dates by how far they are from now. */
function contains({ value, fixed }: Class, own: Value, date: boolean): boolean {
  if (!date || typeof own !== 'number') return encloses(value, own)
  return encloses(value, own - now) && (!fixed || (fixed.low <= own && own <= fixed.high))
}

/** Variables of the space in no class of which the lead is. */
function missedBy(space: Space, run: Run): readonly string[] {
  const { program, lead } = run
  return space.variables.flatMap(({ attribute, classes }, variable) => {
    const atoms = [...space.atoms].filter(([, atom]) => atom.variable === variable)
    const answers = atoms.map(([expr, atom]) => [atom, holds(expr, { run })] as const)
    const own = lead.attributes[attribute] ?? null
    const inside = classes.some(
      (one, place) =>
        contains(one, own, isDate(program, attribute)) &&
        answers.every(([atom, holds]) => (atom.holds[place] ?? holds) === holds),
    )
    return inside ? [] : [`${program.attributes[attribute]?.name} ${JSON.stringify(own)}`]
  })
}

function isIn(one: EventClass, event: LeadEvent, run: Run): boolean {
  const age = now - event.at
  const declared = run.program.events[event.type]?.properties ?? []
  return (
    one.youngest <= age &&
    age <= one.oldest &&
    [...one.properties].every(([name, part]) => {
      const date = declared.find(property => property.name === name)?.type.kind === 'date'
      return contains(part, event.properties.get(name) ?? null, date)
    }) &&
    [...one.holds].every(([expr, truth]) => truth === undefined || holds(expr, { run, event }) === truth)
  )
}

/** Events of the lead, and moments of its dates, that are in no class. */
function missedEvents(space: Space, run: Run): readonly string[] {
  const dates = space.variables.map(({ attribute }) => attribute).filter(index => isDate(space.program, index))
  const moments = dates.flatMap(index => {
    const at = run.lead.attributes[index]
    return typeof at === 'number'
      ? [{ type: momentOf(index), event: run.moment(space.program.attributes[index]?.name ?? '', at) }]
      : []
  })
  const events = run.lead.events.map(event => ({ type: event.type, event }))
  return [...events, ...moments].flatMap(({ type, event }) => {
    const own = space.events.filter(one =>
      isMoment(type) ? one.moment?.attribute === dateOf(type) : one.type === type,
    )
    const counts = own.length > 0 && event.at <= now
    return !counts || own.some(one => isIn(one, event, run)) ? [] : [JSON.stringify(event)]
  })
}

const text = model.map(render)
const leadWith = (program: Program, index: number, value: Value): Lead => ({
  id: null,
  attributes: program.attributes.map((_, i) => (i === index ? value : null)),
  events: [],
  issues: [],
})

describe('the space of a program', () => {
  it('holds every lead, and every event of it', () => {
    fc.assert(
      fc.property(text, fc.array(fittingLead, { minLength: 1, maxLength: 4 }), (text, leads) => {
        const program = compile(text)
        const space = spaceOf(program)
        const coarse = { ...space, events: eventsOf(program, questionsOf(program), 12).classes }
        for (const data of leads) {
          const run = runOf(program, readLead(program, data), now)
          expect([...missedBy(space, run), ...missedEvents(space, run), ...missedEvents(coarse, run)]).toEqual([])
        }
      }),
      runs(60),
    )
  })

  it('gives values of a class that answer as the class does', () => {
    fc.assert(
      fc.property(text, text => {
        const program = compile(text)
        const space = spaceOf(program)
        space.variables.forEach(({ attribute, classes }, variable) => {
          if (space.variablesOf[attribute]?.length !== 1) return
          const atoms = [...space.atoms].filter(([, atom]) => atom.variable === variable)
          classes.forEach((one, place) => {
            if (one.fixed) return
            for (const value of space.valuesIn(attribute, [place])) {
              const own = isDate(program, attribute) && typeof value === 'number' ? now + value : value
              const run = runOf(program, leadWith(program, attribute, own), now)
              const wrong = atoms.filter(
                ([expr, { holds: truths }]) => (truths[place] ?? holds(expr, { run })) !== holds(expr, { run }),
              )
              expect([program.attributes[attribute]?.name, value, wrong.map(([expr]) => expr)]).toEqual([
                expect.anything(),
                value,
                [],
              ])
            }
          })
        })
      }),
      runs(20),
    )
  })
})
