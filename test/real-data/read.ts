/** The real data sets beside the project, read by a few plain lines that share nothing with what they check. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const dataFolder = join(import.meta.dirname, '../../../shared/data')

export const dataPath = (file: string) => join(dataFolder, file)

export const isThere = (file: string) => existsSync(dataPath(file))

export type Row = Readonly<Record<string, string>>

/** Every row of a CSV file by the names of its header. */
export function readRows(file: string, separator: ',' | ';'): Row[] {
  const cell = separator === ',' ? /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/gy : /("(?:[^"]|"")*"|[^;\n]*)(;|\n|$)/gy
  const text = readFileSync(dataPath(file), 'utf8').replace(/\r\n/g, '\n').trimEnd()
  const table: string[][] = [[]]
  for (const [, raw = '', end] of text.matchAll(cell)) {
    table.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\n') table.push([])
    if (end === '') break
  }
  const [header = [], ...rows] = table
  return rows.map(row => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}

export interface Purchase {
  readonly customer: string
  /** `1997-01-12` */
  readonly day: string
  readonly cds: number
  readonly dollars: number
}

/** CDNOW's columns of fixed width: customer, day, CDs, dollars. */
export function readPurchases(): Purchase[] {
  const lines = readFileSync(dataPath('cdnow/CDNOW_master.txt'), 'utf8').split('\n').slice(1)
  return lines
    .filter(line => line.trim() !== '')
    .map(line => {
      const [customer = '', day = '', cds, dollars] = line.trim().split(/\s+/)
      return {
        customer,
        day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
        cds: Number(cds),
        dollars: Number(dollars),
      }
    })
}

/** In the order in which the keys first come. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
