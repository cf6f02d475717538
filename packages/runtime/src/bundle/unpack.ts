/** From the content of a bundle to the program in it. */
import type { Program } from '../program.ts'
import { refuse } from './error.ts'
import { type BundleContent, languages, type Table, tables } from './format.ts'
import { readNodes } from './nodes.ts'
import { entryAt, type Records, tableOf } from './reading.ts'
import type { Doc } from './records.ts'

export interface Unpacked {
  readonly program: Program
  /** The version of the compiler that made it. */
  readonly compiler: string
  readonly docs: readonly Doc[]
}

/** Of more records, each written out wherever it is used, a program would take too long to evaluate. */
const mostWrittenOut = 10_000_000

const tableNames = Object.keys(tables) as Table[]

/**
 * Equal parts of the program come back as one object. Every promise that `Program` makes is checked.
 * @throws BundleError where one does not hold.
 */
export function unpack(content: BundleContent): Unpacked {
  const { compiler, language, name, revision } = content
  requireTexts([compiler, language, name, revision], 'content.compiler, .language, .name and .revision')
  if (!languages.includes(language))
    refuse('', `is in version ${language} of the language, which this version of Merit does not know: update Merit`)
  requireTexts(content.paths, 'content.paths')
  requireTexts(content.tags, 'content.tags')
  for (const name of tableNames)
    requireList(content[name], `content.${name}`, 'a list of ascending whole numbers', ascends)
  requireList(content.nodes, 'content.nodes', 'a list of records', Array.isArray)
  const records = readNodes(content)
  const zone = entryAt(content.zone, 'Zone', 'content.zone', records)
  const { docs, ...program } = entriesOf(content, records)
  return { program: { language, name, revision, zone, ...program } as Program, compiler, docs: docs as readonly Doc[] }
}

type Entries = Readonly<Record<Table, readonly unknown[]>>

function entriesOf(content: BundleContent, records: Records): Entries {
  const size = tableNames.flatMap(name => content[name]).reduce((sum, place) => sum + (records.sizes[place] ?? 0), 0)
  if (size > mostWrittenOut) refuse('', 'would be too large with everything in it written out')
  // Every stage asks whether the lead is disqualified.
  if ((content.disqualifications.at(-1) ?? 0) > (content.stages[0] ?? Number.POSITIVE_INFINITY))
    refuse('content.disqualifications', 'should stand before the stages')
  const entries = Object.fromEntries(tableNames.map(name => [name, tableOf(name, content, records)])) as Entries
  for (const name of ['attributes', 'events', 'scores', 'grades', 'stages'] as const)
    requireDistinct(entries[name] as readonly Named[], `content.${name}`)
  return entries
}

interface Named {
  readonly name: string
}

/** Results are told apart by these names. */
function requireDistinct(entries: readonly Named[], where: string): void {
  const names = new Set(entries.map(({ name }) => name))
  if (names.size < entries.length) refuse(where, 'has two entries of one name')
}

const ascends = (place: unknown, i: number, all: readonly unknown[]): boolean =>
  Number.isSafeInteger(place) && (i === 0 || (place as number) > (all[i - 1] as number))

type Fits = (one: unknown, place: number, all: readonly unknown[]) => boolean

function requireList(raw: unknown, where: string, noun: string, fits: Fits): void {
  if (!Array.isArray(raw) || !raw.every(fits)) refuse(where, `should be ${noun}`)
}

export function requireTexts(raw: unknown, where: string): void {
  requireList(raw, where, 'texts', one => typeof one === 'string')
}
