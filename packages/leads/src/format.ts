import type { DataFormat } from './records.ts'

const byExtension: ReadonlyMap<string, DataFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['json', 'json'],
])

/** Lower case, without the dot; of a compressed file that of what is in it. Empty where there is none. */
export function extensionOf(name: string): string {
  const base = name.replace(/\.gz$/i, '')
  return /\.([^./\\]+)$/.exec(base)?.[1]?.toLowerCase() ?? ''
}

export function formatByExtension(extension: string): DataFormat | undefined {
  return byExtension.get(extension)
}

/** Of names of files that hold data. */
export const dataExtensions: readonly string[] = [...byExtension.keys()]
