import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checking } from '../work/checking.ts'
import { handWritten } from '../work/handwritten.ts'
import { type LeadData, now, type Times } from '../work/leads.ts'
import type { Rule } from '../work/rules.ts'
import type { Contestant, Work } from './contestant.ts'

interface HandWritten {
  scoreAll(leads: readonly LeadData[], now: number, out: Float64Array): void
}

/** No two modules share a file, so that each is compiled for itself. */
let files = 0

/** `print`: the text of its module, which is imported from a file, as a user's is. */
function written(
  name: string,
  checksData: boolean,
  print: (rules: readonly Rule[], times: Times) => string,
): Contestant {
  const build = async ({ rules, times, folder }: Work) => {
    const file = join(folder, `hand-written-${files++}.mjs`)
    writeFileSync(file, print(rules, times))
    const { scoreAll }: HandWritten = await import(pathToFileURL(file).href)
    return (leads: readonly LeadData[]) => (out: Float64Array) => scoreAll(leads, now, out)
  }
  return { name, kind: 'hand-written', agrees: 'but for rounding', checksData, build }
}

/** What all others are compared with. */
export const baseline = written('hand-written JavaScript', false, (rules, times) =>
  handWritten(rules, times, 'one function'),
)
/** Compared with, too: it does as much as Merit with what is wrong in the data. */
export const careful = written('hand-written, checks its data', true, checking)
export const handWrittenContestants = [
  baseline,
  written('hand-written, 100 rules a function', false, (rules, times) =>
    handWritten(rules, times, 'functions of 100 rules'),
  ),
  careful,
]
