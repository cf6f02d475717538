/** What the values of a column look like, gathered in one pass and in memory that does not grow with the file. */
import { type Fields, isFields } from '@merit-lang/leads'
import { parseInstant, utc } from '@merit-lang/runtime'
import { IdTable } from '../input/seen.ts'

/** More different values than this are not told apart: such a column is no list of choices. */
export const mostValues = 60
/** Items of lists likewise. */
const mostItems = 200
/** Numbers kept for the quartiles. */
const sampleSize = 2000

/** Spellings of "we do not know" that forms and exports leave behind. */
const placeholders = new Set([
  'select',
  'unknown',
  'n/a',
  'na',
  '#n/a',
  'nan',
  'null',
  'undefined',
  'not set',
  '(not set)',
  'not specified',
  'not provided',
  'not available',
  'unspecified',
  '-',
  '--',
  '?',
  'tbd',
])

/** Numbers that stand for "we do not know" where they lie apart from the others. */
const markers: ReadonlySet<number> = new Set([-1, -9, -99, -999, -9999, 999, 9999, 99_999, 999_999])

export class Column {
  readonly key: string
  records = 0
  /** Records with a value that is no placeholder. */
  known = 0
  booleans = 0
  zerosAndOnes = 0
  numbers = 0
  integers = 0
  /** Numbers that would change if they were read as numbers: `007`, ids of 17 digits. */
  codes = 0
  dates = 0
  /** Dates with a time but no zone. */
  zoneless = 0
  lists = 0
  longest = 0
  /** Of the numbers that are no markers. */
  least = Number.POSITIVE_INFINITY
  most = Number.NEGATIVE_INFINITY
  /** By their folded spelling; undefined once there are too many. */
  values: Map<string, { spelling: string; count: number }> | undefined = new Map()
  items: Map<string, { spelling: string; count: number }> | undefined = new Map()
  /** As spelled. */
  readonly placeholders = new Set<string>()
  readonly sample: number[] = []
  /** How often each marker comes. */
  readonly markers = new Map<number, number>()
  /** Undefined once a value has come twice. */
  #ids: IdTable | undefined = new IdTable()

  constructor(key: string) {
    this.key = key
  }

  /** Whether no value came twice. */
  get unique(): boolean {
    return this.#ids !== undefined
  }

  add(value: unknown): void {
    this.records++
    if (value === null || value === undefined || value === '') return
    if (Array.isArray(value)) this.#addList(value)
    else this.#addText(typeof value === 'string' ? value.trim() : String(value))
  }

  #addText(text: string): void {
    if (text === '') return
    if (placeholders.has(text.toLowerCase())) {
      if (this.placeholders.size < mostValues) this.placeholders.add(text)
      return
    }
    this.known++
    if (this.#ids?.seenAt(text, this.records) !== undefined) this.#ids = undefined
    this.longest = Math.max(this.longest, text.length)
    this.values = counted(this.values, text, mostValues)
    if (/^(true|false|yes|no)$/i.test(text)) this.booleans++
    if (text === '0' || text === '1') this.zerosAndOnes++
    if (isNumber(text)) this.#addNumber(text)
    else if (/^\d{4}-\d\d-\d\d/.test(text)) this.#addDate(text)
    if (text.includes(';')) this.lists++
    this.#addItems(text.split(';'))
  }

  #addNumber(text: string): void {
    const number = Number(text)
    this.numbers++
    if (Number.isInteger(number)) this.integers++
    if (/^[+-]?0\d/.test(text) || text.startsWith('+') || !Number.isSafeInteger(Math.trunc(number))) this.codes++
    if (markers.has(number)) this.markers.set(number, (this.markers.get(number) ?? 0) + 1)
    else {
      this.least = Math.min(this.least, number)
      this.most = Math.max(this.most, number)
    }
    if (this.sample.length < sampleSize) this.sample.push(number)
  }

  #addDate(text: string): void {
    const parsed = parseInstant(text, utc)
    if ('ms' in parsed) this.dates++
    else if (parsed.problem === 'time-without-zone') {
      this.dates++
      this.zoneless++
    }
  }

  #addList(list: readonly unknown[]): void {
    if (list.length === 0) return
    this.known++
    this.lists++
    this.#addItems(list.map(item => (typeof item === 'string' ? item : JSON.stringify(item))))
  }

  #addItems(items: readonly string[]): void {
    for (const item of items) if (item.trim() !== '') this.items = counted(this.items, item.trim(), mostItems)
  }
}

type Counts = Map<string, { spelling: string; count: number }>

function counted(counts: Counts | undefined, text: string, most: number): Counts | undefined {
  const folded = text.toLowerCase()
  const so = counts?.get(folded)
  if (so) so.count++
  else if (counts && counts.size >= most) return undefined
  else counts?.set(folded, { spelling: text, count: 1 })
  return counts
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
}

/** Columns in the order in which they first appear; nested records as `company.tier`, and without `events`. */
export class Columns {
  readonly #byKey = new Map<string, Column>()
  records = 0

  add(fields: Fields): void {
    this.records++
    this.#addFields(fields, '')
  }

  all(): Column[] {
    return [...this.#byKey.values()]
  }

  #addFields(fields: Fields, prefix: string): void {
    for (const [name, value] of Object.entries(fields)) {
      const key = prefix + name
      if (isFields(value)) this.#addFields(value, `${key}.`)
      else if (key !== 'events' && name.trim() !== '') this.#column(key).add(value)
    }
  }

  #column(key: string): Column {
    const column = this.#byKey.get(key) ?? new Column(key)
    this.#byKey.set(key, column)
    return column
  }
}
