/** The attribute that a column is, judged by its values: when in doubt, text. */
import type { Column } from './columns.ts'

export type Inferred =
  /** @property share of the known values that are true. */
  | { readonly kind: 'boolean'; readonly share: number }
  | InferredNumber
  | { readonly kind: 'date'; readonly zoneless: boolean }
  /** `values` in their natural order if they have one, else the most frequent first; `best`: the highest first, or so. */
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly best: readonly string[] }
  | { readonly kind: 'list'; readonly values?: readonly string[] }
  | { readonly kind: 'text' }

export interface InferredNumber {
  readonly kind: 'number'
  readonly integer: boolean
  readonly negative: boolean
  /** Numbers that stand for unknown: -1, 999. */
  readonly unknown: readonly number[]
  readonly lowerQuartile: number
  readonly upperQuartile: number
}

/** Choices are written out up to this many. */
const mostChoices = 40
const longestChoice = 60

export function inferType(column: Column): Inferred {
  const { known } = column
  if (known === 0) return { kind: 'text' }
  const guess = guesses.find(({ fits }) => fits(column))
  return guess ? guess.type(column) : { kind: 'text' }
}

interface Guess {
  readonly fits: (column: Column) => boolean
  readonly type: (column: Column) => Inferred
}

const guesses: readonly Guess[] = [
  { fits: isBoolean, type: booleanType },
  { fits: ({ numbers, known, codes }) => numbers === known && codes === 0, type: numberType },
  { fits: ({ dates, known }) => dates === known, type: ({ zoneless }) => ({ kind: 'date', zoneless: zoneless > 0 }) },
  { fits: isList, type: listType },
  { fits: isChoice, type: enumType },
]

/** `yes` and `no`, or both of 0 and 1. */
function isBoolean({ booleans, zerosAndOnes, known, values }: Column): boolean {
  return booleans === known || (zerosAndOnes === known && values?.size === 2)
}

function booleanType({ known, values }: Column): Inferred {
  const trues = ['yes', 'true', '1'].map(spelling => values?.get(spelling)?.count ?? 0)
  return { kind: 'boolean', share: trues.reduce((sum, count) => sum + count, 0) / known }
}

function numberType(column: Column): InferredNumber {
  const unknown = [...column.markers]
    .filter(([marker, count]) => standsApart(column, marker, count))
    .map(([each]) => each)
  const sorted = column.sample.filter(number => !unknown.includes(number)).sort((a, b) => a - b)
  const quartile = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0
  return {
    kind: 'number',
    integer: column.integers === column.numbers,
    negative: column.least < 0 || [...column.markers.keys()].some(marker => marker < 0 && !unknown.includes(marker)),
    unknown,
    lowerQuartile: quartile(0.25),
    upperQuartile: quartile(0.75),
  }
}

/** Often there, and the only negative number, or far above the others. */
function standsApart({ least, most, known }: Column, marker: number, count: number): boolean {
  if (least > most || count < known / 100) return false
  return marker < 0 ? least >= 0 : marker > 4 * most
}

/** Cells with semicolons are lists where their parts come up again and again. */
function isList({ lists, items, known, numbers }: Column): boolean {
  if (lists === 0 || numbers > 0) return false
  const few = items !== undefined && items.size > 0 && items.size <= Math.max(4, known / 2)
  return few && [...items.values()].every(({ spelling }) => spelling.length <= longestChoice)
}

function listType({ items }: Column): Inferred {
  const values = byCount(items)
  return values.length <= mostChoices ? { kind: 'list', values } : { kind: 'list' }
}

/** Few values, each of which comes up several times. */
function isChoice({ values, known, longest }: Column): boolean {
  if (!values || values.size > mostChoices || longest > longestChoice) return false
  return values.size <= (known >= 40 ? known / 4 : known / 2)
}

function enumType(column: Column): Inferred {
  const frequent = byCount(column.values)
  const rising = sortedBy(numberIn, frequent)
  if (rising) return { kind: 'enum', values: rising, best: [...rising].reverse() }
  const values = calendars.map(placeIn => sortedBy(placeIn, frequent)).find(sorted => sorted !== undefined)
  return { kind: 'enum', values: values ?? frequent, best: frequent }
}

function byCount(counts: ReadonlyMap<string, { spelling: string; count: number }> | undefined): string[] {
  return [...(counts?.values() ?? [])].sort((a, b) => b.count - a.count).map(({ spelling }) => spelling)
}

/** Months and weekdays, in full or in their first three letters. */
const calendars = ['jan feb mar apr may jun jul aug sep oct nov dec', 'mon tue wed thu fri sat sun'].map(
  names => (value: string) => names.split(' ').indexOf(value.slice(0, 3).toLowerCase()),
)

/** Undefined if one of them has no place. */
function sortedBy(place: (value: string) => number, values: readonly string[]): string[] | undefined {
  return values.every(value => place(value) >= 0) ? [...values].sort((a, b) => place(a) - place(b)) : undefined
}

/** The first number of `25-34`, `$1,000 +`, `under 15K`, which is below `15K`; -1 if there is none. */
function numberIn(value: string): number {
  const digits = /^(under |up to |less than |< ?)?[$€£]? ?(\d[\d,]*)/i.exec(value)
  return digits?.[2] === undefined ? -1 : Number(digits[2].replaceAll(',', '')) - (digits[1] ? 0.5 : 0)
}
