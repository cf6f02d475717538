/** Which names mean something else than before, as far as rules can tell. */
import type { Checking } from './checking.ts'
import { unwrap } from './clues.ts'
import type { Meaning, PropertySymbol } from './model.ts'
import type { Attribute, Definition, Derived, Event, Names } from './names.ts'

type Symbol = Attribute | Event | Definition

/** What a check found to be declared. */
export type Declared = Pick<Checking, 'names' | 'constants'>

/** The words of their names; `all` where what changed is not a matter of names. */
export function changedNames(before: Declared, now: Declared): ReadonlySet<string> | 'all' {
  if (settingsOf(before) !== settingsOf(now)) return 'all'
  const [old, tables] = [tablesOf(before.names), tablesOf(now.names)]
  const names = old.flatMap((table, i) =>
    differing(table, tables[i] as Table, (a, b) => seenOf(before, a) === seenOf(now, b)),
  )
  return new Set(names.flatMap(name => name.split('.')))
}

const settingsOf = ({ names: { openLead, openEvents, timezone } }: Declared) =>
  JSON.stringify([openLead, openEvents, timezone])

/** By what a name stood for: what it stands for now. */
export function heirs(before: Names, now: Names): ReadonlyMap<unknown, Meaning> {
  const found = new Map<unknown, Meaning>()
  tablesOf(before).forEach((table, i) => {
    for (const [name, symbol] of table) {
      const heir = tablesOf(now)[i]?.get(name)
      if (heir && heir !== symbol) found.set(symbol, heir as Meaning)
    }
  })
  return found
}

type Table = ReadonlyMap<string, Symbol>

const tablesOf = ({ attributes, events, derived, named }: Names): Table[] => [attributes, events, derived, named]

function differing(
  before: Table,
  now: Table,
  same: (a: Symbol | undefined, b: Symbol | undefined) => boolean,
): string[] {
  const names = new Set([...before.keys(), ...now.keys()])
  return [...names].filter(name => !same(before.get(name), now.get(name)))
}

/** What rules, and hints about them, ask of a symbol, as text. */
function seenOf(declared: Declared, symbol: Symbol | undefined): string {
  if (!symbol) return ''
  const see = seen[symbol.kind] as (symbol: Symbol, declared: Declared) => unknown
  return `${symbol.kind} ${JSON.stringify(see(symbol, declared))}`
}

const field = ({ name, type, required, unknownIn, declared }: Attribute | PropertySymbol) => [
  name,
  type,
  required,
  unknownIn,
  declared,
]

/** The properties of an open one follow from uses: whatever mentions it is looked at in every check. */
const event = ({ name, open, declared, properties }: Event): unknown => [name, declared, open || properties.map(field)]

const seen = {
  attribute: field,
  event,
  derived: ({ types }: Derived) => types.map(event),
  list: ({ builtIn, values }) => builtIn || values,
  let: (symbol, { constants }) => [symbol.type, constants.get(symbol), unwrap(symbol.declaration.value).kind],
  segment: () => [],
  score: () => [],
  grade: () => [],
  stage: () => [],
} satisfies { [K in Symbol['kind']]: (symbol: Extract<Symbol, { kind: K }>, declared: Declared) => unknown }
