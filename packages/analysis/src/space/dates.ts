/** Dates: how far they are from now, and, where the program compares them with fixed ones, where they are on the calendar. */
import type { Expr } from '@merit-lang/runtime'
import { between, type Enclosure, type Truth } from '@merit-lang/runtime/reference'
import { constantsIn, nodesOf } from './answers.ts'
import { type Cell, cellsOf, endsApart, merged } from './cells.ts'
import { dateText, fixedText } from './describe.ts'
import { type Domain, type Filled, joined, type Question, type Side, something } from './domain.ts'
import { durationText } from './durations.ts'
import { Instant, truthOver } from './interpret.ts'
import { calendar, fromNow } from './lines.ts'
import { unknownOf } from './unknown.ts'

/** With more classes than this the two sides are taken as independent. */
const MOST = 256

export function dateDomain(question: Question): Domain {
  const { atoms } = question
  const isMoving = atoms.map(atom => [...nodesOf([atom], question.program)].some(({ op }) => op === 'now'))
  const ages = agesOf(question, atom => isMoving[atoms.indexOf(atom)] as boolean)
  const mixed = atoms.filter((_, i) => isMoving[i] && ages.some(({ holds }) => holds[i] === undefined))
  const days = daysOf(question, atom => !isMoving[atoms.indexOf(atom)], mixed)
  const all = atoms.map((_, index) => index)
  if (ages.length * days.length <= MOST) return joined([sideOf(all, ages, days, question)])
  const [moving, still] = [all.filter(i => isMoving[i]), all.filter(i => !isMoving[i])]
  return joined([sideOf(moving, ages, [anyTime], question), sideOf(still, [anyAge], days, question)])
}

const anyAge: Cell = { ...fromNow, holds: [] }
const anyTime: Cell = { ...calendar, holds: [] }

function agesOf(question: Question, decides: (atom: Expr) => boolean): readonly Cell[] {
  const cells = cellsOf(fromNow, {
    ...question,
    decides,
    truthOver: (atom, low, high) => truthAt(atom, between(low, high), something, question),
    starts: [0, ...question.ages].map(age => 1 - Math.ceil(age)),
    isMirrored: true,
  })
  return question.raw ? endsApart(cells, fromNow) : cells
}

/** `mixed`: conditions that speak of the time from now as well. */
function daysOf(question: Question, decides: (atom: Expr) => boolean, mixed: readonly Expr[]): readonly Cell[] {
  return cellsOf(calendar, {
    ...question,
    decides,
    truthOver: (atom, low, high) => truthAt(atom, something, between(low, high), question),
    starts: instantsIn(mixed, question),
  })
}

/** What is less is taken for a duration. */
const FIRST_INSTANT = 1e11

function instantsIn(atoms: readonly Expr[], { program }: Question): readonly number[] {
  const constants = [...constantsIn(atoms, program)]
  return constants.flatMap(one => (typeof one === 'number' && Math.abs(one) >= FIRST_INSTANT ? [one, one + 1] : []))
}

function truthAt(atom: Expr, ahead: Enclosure, fixed: Enclosure, { program }: Question): Truth {
  return truthOver(atom, { program, subject: new Instant(ahead, fixed) })
}

/** Every age with every day. */
function sideOf(chosen: readonly number[], ages: readonly Cell[], days: readonly Cell[], question: Question): Side {
  const known = ages.flatMap(age => {
    const answered = days.map(day => ({ ...day, holds: chosen.map(atom => truthOn(age, day, atom, question)) }))
    return merged(answered).map(day => classOf(age, day))
  })
  return { atoms: chosen, classes: [...known, ...unknownOf(question, chosen)] }
}

function truthOn(age: Cell, day: Cell, atom: number, question: Question): Truth {
  const known = age.holds[atom] ?? day.holds[atom]
  if (known !== undefined || day === anyTime || age === anyAge) return known
  return truthAt(question.atoms[atom] as Expr, between(age.low, age.high), between(day.low, day.high), question)
}

function classOf(age: Cell, { low, high, holds }: Cell): Filled {
  const isAnyDay = low === calendar.low && high === calendar.high
  const text = [dateText(age, fromNow), fixedText({ low, high }, calendar)].filter(text => text !== '').join(', ')
  const values = age === anyAge ? [] : plainDates(age)
  return { value: between(age.low, age.high), ...(isAnyDay ? {} : { fixed: { low, high } }), text, holds, values }
}

const DAY = 86_400_000
const HOUR = 3_600_000

/** Both ends, and whole days and hours within; those that are shortly said first. */
function plainDates({ low, high }: Cell): readonly number[] {
  const round = [DAY, HOUR].flatMap(unit => [Math.ceil(low / unit) * unit, Math.floor(high / unit) * unit, -unit, unit])
  const inside = [low, high, ...round].filter(ahead => ahead >= low && ahead <= high).map(ahead => ahead + 0)
  const effort = (ahead: number) => durationText(Math.abs(ahead)).length
  return [...new Set(inside)].sort((a, b) => effort(a) - effort(b) || Math.abs(a) - Math.abs(b))
}
