/** The attribute that a column is, judged by its values: when in doubt, text. */
import type { Column } from './columns.ts'

export type Inferred =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly integer: boolean; readonly negative: boolean; readonly upperQuartile: number }
  | { readonly kind: 'date'; readonly zoneless: boolean }
  /** Most frequent first. */
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly values?: readonly string[] }
  | { readonly kind: 'text' }

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
  { fits: isBoolean, type: () => ({ kind: 'boolean' }) },
  { fits: ({ numbers, known, codes }) => numbers === known && codes === 0, type: numberType },
  { fits: ({ dates, known }) => dates === known, type: ({ zoneless }) => ({ kind: 'date', zoneless: zoneless > 0 }) },
  { fits: isList, type: listType },
  { fits: isChoice, type: ({ values }) => ({ kind: 'enum', values: byCount(values) }) },
]

/** `yes` and `no`, or both of 0 and 1. */
function isBoolean({ booleans, zerosAndOnes, known, values }: Column): boolean {
  return booleans === known || (zerosAndOnes === known && values?.size === 2)
}

function numberType({ integers, numbers, least, sample }: Column): Inferred {
  return { kind: 'number', integer: integers === numbers, negative: least < 0, upperQuartile: upperQuartile(sample) }
}

function upperQuartile(sample: readonly number[]): number {
  const sorted = [...sample].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0
}

/** Cells with semicolons are lists where their parts come up again and again. */
function isList({ lists, items, known, numbers }: Column): boolean {
  if (lists === 0 || numbers > 0) return false
  const few = items !== undefined && items.size <= Math.max(4, known / 2)
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

function byCount(counts: ReadonlyMap<string, { spelling: string; count: number }> | undefined): string[] {
  return [...(counts?.values() ?? [])].sort((a, b) => b.count - a.count).map(({ spelling }) => spelling)
}
