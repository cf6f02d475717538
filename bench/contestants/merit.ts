/** The ways to run a model. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateModule } from '@merit-lang/language'
import { evaluate, type Program, type Result, readLead } from '@merit-lang/runtime'
import { type LeadData, now } from '../work/leads.ts'
import type { Contestant } from './contestant.ts'

/** As it comes out of a file: models share nothing. */
const ownCopy = (program: Program): Program => JSON.parse(JSON.stringify(program))

/** The definition of what a model means; every other way must give exactly its scores. */
export const reference: Contestant = {
  name: 'Merit reference',
  kind: 'merit',
  build: async ({ program: shared }) => {
    const program = ownCopy(shared)
    return leads => out => {
      leads.forEach((lead, i) => {
        out[i] = evaluate(program, readLead(program, lead), now).scores.total as number
      })
    }
  },
}

interface GeneratedModule {
  score(lead: LeadData, options: { readonly now: number }): Result
}

let files = 0

export const generated: Contestant = {
  name: 'Merit generated module',
  kind: 'merit',
  build: async ({ program, folder }) => {
    const file = join(folder, `generated-${files++}.mjs`)
    writeFileSync(file, generateModule(program))
    const { score }: GeneratedModule = await import(pathToFileURL(file).href)
    return leads => out => {
      for (let i = 0; i < leads.length; i++) out[i] = score(leads[i] as LeadData, { now }).scores.total as number
    }
  },
}

const missing = (name: string): Contestant => ({ name, kind: 'merit', build: async () => 'is not there yet' })
export const closures = missing('Merit closures')
export const contributions = missing('Merit closures, points of each rule')
export const onColumns = missing('Merit batch on columns')
export const live = missing('Merit live')

export const meritContestants: readonly Contestant[] = [reference, closures, contributions, generated, onColumns, live]
