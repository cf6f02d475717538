/** What events of one type differ in: properties, age, and the place in the calendar. */
import type { Attribute, Expr, Program } from '@merit-lang/runtime'
import { between, type Enclosure, type Truth } from '@merit-lang/runtime/reference'
import { nodesOf } from './answers.ts'
import type { Asked } from './asked.ts'
import { type Cell, cellsOf } from './cells.ts'
import { ageText } from './describe.ts'
import { type Domain, something } from './domain.ts'
import { domainOf } from './domain-of.ts'
import { Instant, truthOver } from './interpret.ts'
import { upToNow } from './lines.ts'
import type { AskedOfEvents } from './questions.ts'
import type { Class } from './space.ts'

/** One thing that events of a type differ in. */
export interface Side {
  readonly asked: Asked
  /** By index among what was asked. */
  readonly atoms: readonly number[]
  /** Not empty. */
  readonly classes: readonly EventPart[]
  /** Where it is a property, or a part of what is asked about one. */
  readonly property?: Property
}

export interface EventPart extends Class {
  readonly holds: readonly Truth[]
  readonly ages?: Ages
}

/** In milliseconds. */
export interface Ages {
  readonly youngest: number
  readonly oldest: number
}

export interface Property {
  readonly attribute: Attribute
  readonly domain: Domain
}

/** `attribute`: as the type declares it. */
export function sidesOfProperty(attribute: Attribute, asked: Asked, program: Program): readonly Side[] {
  const subject = { kind: 'property', name: attribute.name } as const
  const domain = domainOf({ program, attribute, subject, atoms: asked.atoms, raw: asked.raw, ages: [] })
  const property = { attribute, domain }
  return domain.groups.map(group => ({ ...group, asked, property }))
}

/** With more cells than this windows are not told apart exactly. */
const MOST_AGES = 128

export function sideOfAges({ time, windows }: AskedOfEvents, program: Program): Side {
  const cells = cellsOf(upToNow, {
    program,
    atoms: time.atoms,
    decides: atom => readsNow(atom, program),
    truthOver: (atom, low, high) => truthAt(atom, between(low, high), program),
    starts: [...windows].map(age => 1 - Math.ceil(age)),
    isMirrored: true,
    most: MOST_AGES,
  })
  const atoms = time.atoms.flatMap((atom, index) => (readsNow(atom, program) ? [index] : []))
  const classes = cells.toReversed().map(cell => partOf(cell, atoms))
  return { asked: time, atoms, classes }
}

function partOf({ low, high, holds }: Cell, atoms: readonly number[]): EventPart {
  const ages = { youngest: 0 - high, oldest: low === upToNow.low ? Number.POSITIVE_INFINITY : 0 - low }
  return {
    value: something,
    holds: atoms.map(atom => holds[atom]),
    ages,
    get text() {
      return ageText(ages.youngest, ages.oldest)
    },
  }
}

/** More than this many conditions on the calendar are not decided. */
const MOST_CALENDAR = 3

/** Hours, weekdays, fixed dates: any of them may hold together, whatever the age. */
export function sidesOfCalendar({ time }: AskedOfEvents, program: Program): readonly Side[] {
  const atoms = time.atoms.flatMap((atom, index) => (readsNow(atom, program) ? [] : [index]))
  if (atoms.length > MOST_CALENDAR || atoms.length === 0) return []
  const vectors = atoms.reduce<Truth[][]>(
    found =>
      found.flatMap(holds => [
        [...holds, false],
        [...holds, true],
      ]),
    [[]],
  )
  return [{ asked: time, atoms, classes: vectors.map(holds => ({ value: something, text: '', holds })) }]
}

function truthAt(atom: Expr, ahead: Enclosure, program: Program): Truth {
  return truthOver(atom, { program, subject: new Instant(ahead, something) })
}

function readsNow(atom: Expr, program: Program): boolean {
  return [...nodesOf([atom], program)].some(({ op }) => op === 'now')
}
