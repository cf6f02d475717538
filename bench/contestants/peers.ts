/** The adapters of other engines, each a file of `bench/peers`, where `npm run bench` installs them. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type LeadData, now } from '../work/leads.ts'
import type { Rule } from '../work/rules.ts'
import type { Contestant, Scorer, Work } from './contestant.ts'

interface Peer {
  /** Gives a function that writes the score of each lead into `out`. */
  build(rules: readonly Rule[]): (leads: readonly LeadData[], now: number, out: Float64Array) => void | Promise<void>
}

/** `knowsEvents`: its adapter can say what rules on events say. */
function peer(name: string, file: string, knowsEvents: boolean): Contestant {
  const load = async (work: Work): Promise<Scorer> => {
    const { build }: Peer = await import(pathToFileURL(join('bench', 'peers', file)).href)
    const scoreAll = build(work.rules)
    return leads => out => scoreAll(leads, now, out)
  }
  const build = async (work: Work): Promise<Scorer | string> => {
    if (work.withEvents && !knowsEvents) return 'knows no events'
    if (work.withEvents && work.times === 'Date') return 'reads times as text'
    return load(work).catch(error => `not installed: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
  }
  return { name, kind: 'peer', agrees: 'but for rounding', checksData: false, build }
}

export const peerContestants: readonly Contestant[] = [
  peer('json-logic-engine, compiled', 'json-logic-engine.mjs', true),
  peer('@marcbachmann/cel-js', 'cel-js.mjs', true),
  peer('@bufbuild/cel', 'bufbuild-cel.mjs', true),
  peer('@gorules/zen-engine', 'zen-engine.mjs', false),
  peer('json-rules-engine', 'json-rules-engine.mjs', false),
]
