import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { handWritten, type Layout } from '../work/handwritten.ts'
import { type LeadData, now } from '../work/leads.ts'
import type { Contestant, Work } from './contestant.ts'

interface HandWritten {
  scoreAll(leads: readonly LeadData[], now: number, out: Float64Array): void
}

/** No two modules share a file, so that each is compiled for itself. */
let files = 0

/** Imported from a file, as a user's module is. */
function written(layout: Layout, name: string): Contestant {
  const build = async ({ rules, times, folder }: Work) => {
    const file = join(folder, `hand-written-${files++}.mjs`)
    writeFileSync(file, handWritten(rules, times, layout))
    const { scoreAll }: HandWritten = await import(pathToFileURL(file).href)
    return (leads: readonly LeadData[]) => (out: Float64Array) => scoreAll(leads, now, out)
  }
  return { name, kind: 'hand-written', agrees: 'but for rounding', build }
}

/** What all others are compared with. */
export const baseline = written('one function', 'hand-written JavaScript')
export const handWrittenContestants = [
  baseline,
  written('functions of 100 rules', 'hand-written, 100 rules a function'),
]
