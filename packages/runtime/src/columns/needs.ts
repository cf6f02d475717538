import type { Columns } from './columns.ts'

/** What of a lead is looked at when it is scored. The rest need not be read. */
export interface Needs {
  /** By attribute. */
  readonly attributes: readonly boolean[]
  /** By event type; nothing where no event of the type can matter. */
  readonly events: readonly (EventNeeds | undefined)[]
}

export interface EventNeeds {
  /** By property. */
  readonly properties: readonly boolean[]
  /** An event for which all of these are silent can be left out. None: every event matters. */
  readonly lookups: readonly Lookup[]
}

/** One property by which events of a type are looked up. */
export interface Lookup {
  /** The place of the property. */
  readonly column: number
  /** Whether the value in this row of its column surely means nothing. Good only for columns that `isLookingAt`. */
  isSilent(row: number): boolean
}

/** Whoever scores what is read. */
export interface Looker {
  needs(): Needs
  /** Whether lookups are about the values in these columns. */
  isLookingAt(columns: Columns): boolean
}
