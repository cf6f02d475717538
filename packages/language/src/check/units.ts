/** Units of durations. Those that could mean two things are refused with both readings. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { durationMs } from '../words/lookup.ts'
import { type Checking, say, suggest } from './checking.ts'

/** What the number times this many of a unit could have meant, the likelier first. */
const readings: ReadonlyMap<string, readonly { readonly unit: string; readonly times: number; readonly of: string }[]> =
  new Map([
    [
      'm',
      [
        { unit: 'min', times: 1, of: 'minutes' },
        { unit: 'd', times: 30, of: 'months' },
      ],
    ],
    [
      'mo',
      [
        { unit: 'd', times: 30, of: 'months of 30 days' },
        { unit: 'd', times: 31, of: 'months of 31 days' },
      ],
    ],
    [
      'y',
      [
        { unit: 'd', times: 365, of: 'years of 365 days' },
        { unit: 'd', times: 366, of: 'leap years' },
      ],
    ],
  ])

/** Other spellings of units. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['sec', 's'],
  ['second', 's'],
  ['seconds', 's'],
  ['mins', 'min'],
  ['minute', 'min'],
  ['minutes', 'min'],
  ['hr', 'h'],
  ['hrs', 'h'],
  ['hour', 'h'],
  ['hours', 'h'],
  ['day', 'd'],
  ['days', 'd'],
  ['wk', 'w'],
  ['week', 'w'],
  ['weeks', 'w'],
  ['month', 'mo'],
  ['months', 'mo'],
  ['year', 'y'],
  ['years', 'y'],
  ['yr', 'y'],
])

/** After a number of something else than time: `10k`. */
const thousands: ReadonlyMap<string, string> = new Map([
  ['k', '_000'],
  ['mio', '_000_000'],
])

/** The unit that a word means, however it is spelled: `days` is `d`. */
export function unitOf(word: string): string | undefined {
  const name = word.toLowerCase()
  return spellings.get(name) ?? ([...spellings.values()].includes(name) ? name : undefined)
}

export function checkUnit(cx: Checking, expr: Ast.DurationLit): boolean {
  if (durationMs(cx.vocabulary, expr) !== undefined) return true
  const name = expr.unit.toLowerCase()
  const ambiguous = readings.get(name) ?? readings.get(spellings.get(name) ?? '')
  if (ambiguous) {
    const offers = ambiguous.map(({ unit, times, of }) => ({ text: `${expr.value * times}${unit}`, of }))
    say(cx, problem.ambiguousUnit, expr.span, { value: expr.value, unit: expr.unit, offers })
  } else {
    const units = cx.vocabulary.units.map(unit => unit.name)
    const unit =
      thousands.get(name) ?? spellings.get(name) ?? units.find(known => known === name) ?? suggest(cx, name, units)
    say(cx, problem.unknownUnit, expr.span, { value: expr.value, unit: expr.unit, suggestion: unit, units })
  }
  return false
}
