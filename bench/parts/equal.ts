/** Nothing is timed whose answers are wrong. */
import type { Contestant, Scorer } from '../contestants/contestant.ts'
import { reference } from '../contestants/merit.ts'
import { parseLead } from '../work/leads.ts'
import type { Cell } from './cell.ts'

/** Merit rounds what a rule gives to millionths, and an event's points to billionths; the others round nothing. */
const tolerance = ({ rules, events }: Cell) => rules * (0.5e-6 + events * 0.5e-9)

async function scoresOf(scorer: Scorer, lines: readonly string[], { times }: Cell): Promise<Float64Array> {
  const out = new Float64Array(lines.length)
  await scorer(lines.map(line => parseLead(line, times)))(out)
  return out
}

/**
 * Every way of Merit must give exactly the scores of the reference, all others the same but for rounding.
 * @throws Error that names who does not agree, and on what.
 */
export async function checkEqual(scorers: ReadonlyMap<Contestant, Scorer>, lines: readonly string[], cell: Cell) {
  const exact = await scoresOf(scorers.get(reference) as Scorer, lines, cell)
  for (const [{ name, kind }, scorer] of scorers) {
    const allowed = kind === 'merit' ? 0 : tolerance(cell)
    const given = await scoresOf(scorer, lines, cell)
    const wrong = given.findIndex((score, i) => !(Math.abs(score - (exact[i] as number)) <= allowed))
    if (wrong >= 0) throw new Error(`${name} gives lead ${wrong} ${given[wrong]}, but the reference ${exact[wrong]}.`)
  }
}
