/** What may change in a model or a lead without changing any score. */
import { format } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Data, fittingLead, hostileLead, inlined, model, now, render, reordered } from '../generators/index.ts'
import { compile, outcomeOf, score, sourceOf } from '../pipeline.ts'
import { runs } from './settings.ts'

const outcome = (program: Program, data: unknown) => outcomeOf(score(program, data, now))

/** An order of anything that depends on nothing but the number. */
const shuffleBy =
  (salt: number) =>
  <T>(items: readonly T[]): T[] => {
    const keyed = items.map((item, i) => ({ item, key: Math.imul((i + 1) * 40_503 + salt, 2_654_435_761) >>> 0 }))
    return keyed.sort((a, b) => a.key - b.key).map(one => one.item)
  }

const leads = fc.array(fittingLead, { minLength: 2, maxLength: 2 })

describe('a score does not depend on', () => {
  it('the order of the rules in a block', () => {
    fc.assert(
      fc.property(model, leads, fc.nat(), (parts, list, salt) => {
        const [program, other] = [compile(render(parts)), compile(render(reordered(parts, shuffleBy(salt))))]
        for (const data of list) expect(outcome(other, data)).toEqual(outcome(program, data))
      }),
      runs(100),
    )
  })

  it('the order of events at different times', () => {
    fc.assert(
      fc.property(model, leads, fc.nat(), (parts, list, salt) => {
        const program = compile(render(parts))
        for (const data of list.map(withDifferentTimes)) {
          const other = { ...data, events: shuffleBy(salt)(data.events as unknown[]) }
          expect(outcome(program, other)).toEqual(outcome(program, data))
        }
      }),
      runs(100),
    )
  })

  it('data that the model does not know', () => {
    fc.assert(
      fc.property(model, leads, fc.anything(), (parts, list, value) => {
        const program = compile(render(parts))
        for (const data of list)
          expect(score(program, { ...data, zz_other: value }, now)).toEqual(score(program, data, now))
      }),
      runs(60),
    )
  })

  it('attributes that no rule mentions, whatever they hold', () => {
    fc.assert(
      fc.property(model, leads, hostileLead, (parts, list, hostile) => {
        const program = compile(render(parts))
        const rules = render({ ...parts, declarations: [] })
        const odd = Object.entries(Object(hostile)).filter(([key]) => isUnmentioned(key, rules))
        for (const data of list)
          expect(outcome(program, { ...data, ...Object.fromEntries(odd) })).toEqual(outcome(program, data))
      }),
      runs(80),
    )
  })

  it('events that lie in the future', () => {
    fc.assert(
      fc.property(model, leads, (parts, list) => {
        const program = compile(render(parts))
        for (const data of list) {
          const past = (data.events as Data[]).filter(event => !(Date.parse(event.at as string) > now))
          expect(outcome(program, { ...data, events: past })).toEqual(outcome(program, data))
        }
      }),
      runs(60),
    )
  })

  it.each(['target', 'warm', 'effort', 'threshold', 'competitors'])(
    'whether %s stands there by name or by its definition',
    name => {
      fc.assert(
        fc.property(model, leads, (parts, list) => {
          const [program, other] = [compile(render(parts)), compile(render(inlined(parts, name)))]
          for (const data of list) expect(outcome(other, data)).toEqual(outcome(program, data))
        }),
        runs(40),
      )
    },
  )

  it('a round trip of the program through JSON', () => {
    fc.assert(
      fc.property(model, leads, (parts, list) => {
        const program = compile(render(parts))
        const other = JSON.parse(JSON.stringify(program)) as Program
        expect(other).toEqual(program)
        for (const data of list) expect(score(other, data, now)).toEqual(score(program, data, now))
      }),
      runs(60),
    )
  })

  it('formatting, nor does the revision', () => {
    fc.assert(
      fc.property(model, leads, (parts, list) => {
        const text = render(parts)
        const formatted = format(sourceOf(text))
        if (!('text' in formatted)) throw new Error(`The formatter refused a model without errors:\n${text}`)
        const [program, other] = [compile(text), compile(formatted.text)]
        expect(other.revision).toBe(program.revision)
        for (const data of list) expect(outcome(other, data)).toEqual(outcome(program, data))
      }),
      runs(80),
    )
  })
})

const ofTheLead = ['id', 'events', 'company']

/** An attribute of the schema of which the rules do not speak; records and what every lead has are left alone. */
function isUnmentioned(key: string, rules: string): boolean {
  const name = key === 'Country Code' ? 'country' : key
  return !ofTheLead.includes(key) && !name.startsWith('company') && !rules.includes(name)
}

/** Events at one instant are ordered by their place, which a rule may see (`first`, `then`). */
function withDifferentTimes(data: Data): Data {
  const seen = new Set<number>()
  const events = (data.events as Data[]).filter(event => {
    const at = Date.parse(event.at as string)
    return !seen.has(at) && seen.add(at)
  })
  return { ...data, events: events.map(({ id: _, ...event }) => event) }
}
