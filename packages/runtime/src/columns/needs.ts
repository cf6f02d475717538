import type { Wanted } from './wanted.ts'

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
  /** An event matters only where one of these properties has a value that is wanted; none: every event does. */
  readonly wanted: readonly WantedProperty[]
}

export interface WantedProperty {
  /** The place of the property, which is a text or an enum. */
  readonly column: number
  readonly values: Wanted
}
