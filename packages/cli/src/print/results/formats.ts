/** How results are written: rows as they come, so that a format never holds all of them; a table when all are counted. */
import type { Program } from '@merit-lang/runtime'
import type { Engine } from '@merit-lang/runtime/batch'
import { csvHeader, csvRows } from './csv.ts'
import { jsonRows, ndjsonRows } from './json.ts'
import type { RowWriter } from './row.ts'

export const resultFormats = ['table', 'ndjson', 'json', 'csv'] as const
export type ResultFormat = (typeof resultFormats)[number]

/** Absent: leads are counted, not written one by one. */
export const rowWriters = {
  table: undefined,
  ndjson: ndjsonRows,
  json: jsonRows,
  csv: csvRows,
} satisfies { [Format in ResultFormat]: ((engine: Engine, now: number) => RowWriter) | undefined }

export interface Frame {
  readonly start: (program: Program) => string
  /** How many bytes of the very first row are left out, since they part it from one before. */
  readonly leftOut: number
  readonly end: (hasRows: boolean) => string
}

const bare: Frame = { start: () => '', leftOut: 0, end: () => '' }

export const frames = {
  table: bare,
  ndjson: bare,
  json: { start: () => '[', leftOut: 1, end: hasRows => (hasRows ? '\n]\n' : ']\n') },
  csv: { start: csvHeader, leftOut: 0, end: () => '' },
} satisfies { [Format in ResultFormat]: Frame }
