/** The ways to run a model. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateModule } from '@merit-lang/language'
import { evaluate, loadModel, type Program, type Result, readLead, writeBundle } from '@merit-lang/runtime'
import { columnsOf, Engine, NdjsonReader } from '@merit-lang/runtime/batch'
import { type LiveState, live as liveOf, type Tracker } from '@merit-lang/runtime/live'
import { type LeadData, now } from '../work/leads.ts'
import type { Contestant, Work } from './contestant.ts'

/** As it comes out of a file: models share nothing. */
const ownCopy = (program: Program): Program => JSON.parse(JSON.stringify(program))
const loaded = (program: Program) => loadModel(writeBundle({ program, compiler: 'bench', docs: [] }))

/** The definition of what a model means; every other way must give exactly its scores. */
export const reference: Contestant = {
  name: 'Merit reference',
  kind: 'merit',
  agrees: 'exactly',
  checksData: true,
  build: async ({ program: shared }) => {
    const program = ownCopy(shared)
    return leads => out => {
      for (let i = 0; i < leads.length; i++)
        out[i] = evaluate(program, readLead(program, leads[i]), now).scores.total as number
    }
  },
}

export const closures: Contestant = {
  name: 'Merit closures',
  kind: 'merit',
  agrees: 'exactly',
  checksData: true,
  build: async ({ program }) => {
    const model = loaded(program)
    return leads => out => {
      for (let i = 0; i < leads.length; i++) out[i] = model.score(leads[i], { now }).scores.total as number
    }
  },
}

export const contributions: Contestant = {
  name: 'Merit closures, points of each rule',
  kind: 'merit',
  agrees: 'exactly',
  checksData: true,
  build: async ({ program }) => {
    const model = loaded(program)
    return leads => out => {
      for (let i = 0; i < leads.length; i++) out[i] = model.contributions(leads[i], { now }).scores.total as number
    }
  },
}

interface GeneratedModule {
  score(lead: LeadData, options: { readonly now: number; readonly issues: boolean }): Result
}

let files = 0

function module(name: string, issues: boolean): Contestant {
  const build = async ({ program, folder }: Work) => {
    const file = join(folder, `generated-${files++}.mjs`)
    writeFileSync(file, generateModule(program))
    const { score }: GeneratedModule = await import(pathToFileURL(file).href)
    return (leads: readonly LeadData[]) => (out: Float64Array) => {
      for (let i = 0; i < leads.length; i++)
        out[i] = score(leads[i] as LeadData, { now, issues }).scores.total as number
    }
  }
  return { name, kind: 'merit', agrees: 'exactly', checksData: true, build }
}

export const generated = module('Merit generated module', true)
const withoutIssues = module('Merit generated module, `issues: false`', false)

const day = 86_400_000

/** What a lead is worth a day later: it was read, and scored, before. */
export const readBefore: Contestant = {
  name: 'Merit closures, lead read before',
  kind: 'merit',
  agrees: 'exactly',
  checksData: true,
  build: async ({ program: shared }) => {
    const program = ownCopy(shared)
    const engine = new Engine(program)
    return leads => {
      const columns = columnsOf({ program }, leads)
      const scoreAll = (now: number, out: Float64Array) => {
        for (let i = 0; i < columns.count; i++) out[i] = (engine.score(columns, i, now).scores[0] as number) / 1e6
      }
      scoreAll(now - day, new Float64Array(columns.count))
      return out => scoreAll(now, out)
    }
  },
}

/** The state after all events but the last, scored just before that one, as a state is that is in use. */
function stateBefore(tracker: Tracker, lead: LeadData): LiveState {
  const state = tracker.start({ ...lead, events: lead.events.slice(0, -1) })
  const before = new Date(lead.events.at(-1)?.at ?? now)
  if (!Number.isNaN(before.getTime())) tracker.score(state, { now: before })
  return state
}

/** The last event comes in, and the score is asked for. */
export const live: Contestant = {
  name: 'Merit live: one more event, and the score',
  kind: 'merit',
  agrees: 'to a millionth',
  checksData: true,
  build: async ({ program, withEvents }) => {
    if (!withEvents) return 'there are no events'
    const tracker = liveOf(loaded(program))
    return leads => {
      const states = leads.map(lead => stateBefore(tracker, lead))
      return out => {
        for (let i = 0; i < leads.length; i++) {
          const state = states[i] as LiveState
          const last = leads[i]?.events.at(-1)
          if (last) tracker.event(state, last)
          out[i] = tracker.score(state, { now }).scores.total as number
        }
      }
    }
  },
}

export const onColumns: Contestant = {
  name: 'Merit batch on columns',
  kind: 'merit',
  agrees: 'exactly',
  checksData: true,
  build: async ({ program: shared }) => {
    const program = ownCopy(shared)
    const engine = new Engine(program)
    const reader = new NdjsonReader(program)
    return leads => {
      const lines = leads.map(lead => JSON.stringify(lead)).join('\n')
      const { columns } = reader.read(new TextEncoder().encode(lines))
      return out => {
        for (let i = 0; i < columns.count; i++) out[i] = (engine.score(columns, i, now).scores[0] as number) / 1e6
      }
    }
  },
}

export const meritContestants: readonly Contestant[] = [
  reference,
  closures,
  contributions,
  generated,
  withoutIssues,
  readBefore,
  onColumns,
  live,
]
