import type { Issue, Program } from '@merit-lang/runtime'
import type { Bytes } from './bytes.ts'

/** What one lead comes to. */
export interface Row {
  readonly id: RowId
  readonly outcome: RowOutcome
  readonly issues: readonly Issue[]
}

/** An `Outcome` of the engine, or the same in plain lists. */
export interface RowOutcome {
  /** By score, in millionths of points. */
  readonly scores: Numbers
  /** By grade, the place of its label. */
  readonly grades: Numbers
  /** By stage and by disqualification, 1 where it holds. */
  readonly stages: Numbers
  readonly disqualified: Numbers
}

type Numbers = readonly number[] | Float64Array | Int32Array | Uint8Array

/** A lead's id: a text, bytes of JSON that are its text as they stand, or the number that the lead has in its file, which is known later. */
export type RowId =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly start: number; readonly end: number }
  /** Counted from 0 in its part of the file. */
  | { readonly kind: 'number'; readonly index: number }

/** Writes what a lead comes to. */
export type RowWriter = (out: Bytes, row: Row) => void

/** In the order of the file. */
export function reasonsOf({ disqualifications }: Program, { outcome }: Pick<Row, 'outcome'>): string[] {
  return disqualifications.filter((_, index) => outcome.disqualified[index] === 1).map(({ reason }) => reason)
}
