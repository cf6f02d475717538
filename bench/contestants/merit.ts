/** The ways to run a model. */
import { evaluate, type Program, readLead } from '@merit-lang/runtime'
import { now } from '../work/leads.ts'
import type { Contestant } from './contestant.ts'

/** As it comes out of a file: models share nothing. */
const ownCopy = (program: Program): Program => JSON.parse(JSON.stringify(program))

/** The definition of what a model means; every other way must give exactly its scores. */
export const reference: Contestant = {
  name: 'Merit reference',
  kind: 'merit',
  build: async ({ program: shared, times }) => {
    if (times === 'Date') return 'reads times as text'
    const program = ownCopy(shared)
    return leads => out => {
      leads.forEach((lead, i) => {
        out[i] = evaluate(program, readLead(program, lead), now).scores.total as number
      })
    }
  },
}

const missing = (name: string): Contestant => ({ name, kind: 'merit', build: async () => 'is not there yet' })
export const closures = missing('Merit closures')
export const contributions = missing('Merit closures, points of each rule')
export const generated = missing('Merit generated module')
export const onColumns = missing('Merit batch on columns')
export const live = missing('Merit live')

export const meritContestants: readonly Contestant[] = [reference, closures, contributions, generated, onColumns, live]
