/** Nothing is timed whose answers are wrong. */
import type { Agreement, Contestant, Scorer } from '../contestants/contestant.ts'
import { reference } from '../contestants/merit.ts'
import { parseLead } from '../work/leads.ts'
import type { Cell } from './cell.ts'

/** By how much a score may differ. Merit rounds what a rule gives to millionths, and an event's points to billionths. */
const allowed = {
  exactly: () => 0,
  // The difference of two doubles that are a millionth apart is not a millionth to the last bit.
  'to a millionth': () => 1.001e-6,
  'but for rounding': ({ rules, events }) => rules * (0.5e-6 + events * 0.5e-9),
} satisfies { [A in Agreement]: (cell: Cell) => number }

async function scoresOf(scorer: Scorer, lines: readonly string[], { times }: Cell): Promise<Float64Array> {
  const out = new Float64Array(lines.length)
  await scorer(lines.map(line => parseLead(line, times)))(out)
  return out
}

/**
 * Everyone must agree with the reference as well as they should.
 * @throws Error that names who does not agree, and on what.
 */
export async function checkEqual(scorers: ReadonlyMap<Contestant, Scorer>, lines: readonly string[], cell: Cell) {
  const exact = await scoresOf(scorers.get(reference) as Scorer, lines, cell)
  for (const [{ name, agrees }, scorer] of scorers) {
    const atMost = allowed[agrees](cell)
    const given = await scoresOf(scorer, lines, cell)
    const wrong = given.findIndex((score, i) => !(Math.abs(score - (exact[i] as number)) <= atMost))
    if (wrong >= 0) throw new Error(`${name} gives lead ${wrong} ${given[wrong]}, but the reference ${exact[wrong]}.`)
  }
}
