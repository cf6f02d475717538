/** Which of the formats a data file is in: by its name, else by how it begins. Files that are no text are refused with advice. */
import { type DataFormat, extensionOf, formatByExtension } from '@merit-lang/leads'
import { dataError } from '../exit.ts'

const spreadsheets = new Set(['xlsx', 'xls', 'xlsm', 'ods', 'numbers'])

/** Beginnings of files that people have at hand and that are no leads, as Latin-1. */
const signatures: readonly { readonly start: string; readonly what: string; readonly advice: string }[] = [
  {
    start: 'PK\x03\x04',
    what: 'a spreadsheet or zip archive',
    advice: 'Export the sheet as CSV (UTF-8) and score that.',
  },
  { start: '\xd0\xcf\x11\xe0', what: 'an Excel workbook', advice: 'Export the sheet as CSV (UTF-8) and score that.' },
  { start: 'PAR1', what: 'a Parquet file', advice: 'Export the table as CSV or NDJSON and score that.' },
  { start: '\xff\xfe', what: 'UTF-16 text', advice: 'Save it as CSV UTF-8.' },
  { start: '\xfe\xff', what: 'UTF-16 text', advice: 'Save it as CSV UTF-8.' },
  { start: '%PDF', what: 'a PDF', advice: 'Leads are read from CSV, JSON or NDJSON.' },
]

/**
 * `head` is the beginning of the file, uncompressed.
 * @throws Stop if the file is empty or is no text.
 */
export function detectFormat(name: string, head: Buffer): DataFormat {
  const extension = extensionOf(name)
  if (extension === 'merit')
    throw dataError(`${name} is a model, not data.`, 'The model comes first: merit score MODEL LEADS')
  refuseBinary(name, extension, head)
  return formatByExtension(extension) ?? byContent(head.toString('utf8').replace(/^\uFEFF/, ''))
}

function refuseBinary(name: string, extension: string, head: Buffer): void {
  const start = head.subarray(0, 4).toString('latin1')
  const known = signatures.find(signature => start.startsWith(signature.start))
  if (spreadsheets.has(extension)) {
    throw dataError(
      `${name} is a spreadsheet, which Merit does not read.`,
      'Export the sheet as CSV (UTF-8) and score that.',
    )
  }
  if (known) throw dataError(`${name} is ${known.what}, which Merit does not read.`, known.advice)
  if (head.includes(0)) throw dataError(`${name} is not text.`, 'Leads are read from CSV, JSON or NDJSON.')
  if (/^\uFEFF?\s*$/.test(head.toString('utf8'))) throw dataError(`${name} is empty.`)
}

function byContent(text: string): DataFormat {
  const start = text.trimStart()
  if (start.startsWith('[')) return 'json'
  if (!start.startsWith('{')) return 'csv'
  return isJson(start.split('\n', 1)[0] as string) ? 'ndjson' : 'json'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
