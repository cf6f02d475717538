/** How results are written: as they come, so that a format never holds all of them. */
import type { Program, Result } from '@merit-lang/runtime'
import type { Screen } from '../../terminal.ts'
import { csvPrinter } from './csv.ts'
import { jsonPrinter, ndjsonPrinter } from './json.ts'
import { tablePrinter } from './table.ts'

export interface ResultPrinter {
  readonly start: string
  readonly row: (result: Result) => string
  /** After the last row. */
  readonly end: () => string
}

export const resultFormats = ['table', 'ndjson', 'json', 'csv'] as const
export type ResultFormat = (typeof resultFormats)[number]

export const resultPrinters = {
  table: tablePrinter,
  ndjson: ndjsonPrinter,
  json: jsonPrinter,
  csv: csvPrinter,
} satisfies { [Format in ResultFormat]: (program: Program, screen: Screen) => ResultPrinter }
