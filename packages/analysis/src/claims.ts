/** What the analysis says of a model. Every claim is proved, or comes with a lead that the reference evaluator confirms. */

/** A lead as data, with its events, and the instant at which it shows what it is a witness of (milliseconds since 1970 UTC). */
export interface Witness {
  readonly lead: Readonly<Record<string, unknown>>
  readonly now: number
}

/** One end of a range, in points. */
export interface End {
  /** No lead goes beyond. ±Infinity: nothing bounds it. */
  readonly points: number
  /** Whether `reached` is `points`, or, where nothing bounds it, leads come as near as one likes. Else the end is "at most". */
  readonly exact: boolean
  /** What the witness has: the furthest that was found. None where no class of leads is known to have a value. */
  readonly reached: number
  readonly witness: Witness | undefined
}

export interface Range {
  readonly low: End
  readonly high: End
}

/** Whether there is a lead and an instant for which a condition holds. */
export type Verdict =
  | { readonly kind: 'possible'; readonly witness: Witness }
  | { readonly kind: 'impossible' }
  /** Not decided within the budget; `why` says in a few words what made it hard. */
  | { readonly kind: 'undecided'; readonly why: string }

/** What may be spent. The clock is not among it: the same text gives the same answer on every machine. */
export interface Budget {
  /** Boxes looked at for one question. */
  readonly boxes: number
  /** In additions, about two nanoseconds each. */
  readonly effort?: number
}
