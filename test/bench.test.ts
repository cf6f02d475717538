/** The benchmark compares what gives the same answers: each contestant, tried on a few leads. `npm run bench` installs the peers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Contestant, Scorer } from '../bench/contestants/contestant.ts'
import { handWrittenContestants } from '../bench/contestants/hand-written.ts'
import { live, meritContestants, reference } from '../bench/contestants/merit.ts'
import { peerContestants } from '../bench/contestants/peers.ts'
import { type Cell, workOf } from '../bench/parts/cell.ts'
import { checkEqual } from '../bench/parts/equal.ts'
import { leadLine } from '../bench/work/leads.ts'

const folder = mkdtempSync(join(tmpdir(), 'merit-bench-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const attributes: Cell = { rules: 60, events: 0, times: 'ISO text', work: 'attributes' }
const text: Cell = { rules: 60, events: 30, times: 'ISO text', work: 'mixed' }
const dates: Cell = { ...text, times: 'Date' }

const ours = [...handWrittenContestants, ...meritContestants]
const pairs = [
  ...[...ours.filter(one => one !== live), ...peerContestants].map(contestant => ({
    ...contestant,
    contestant,
    cell: attributes,
  })),
  ...ours.map(contestant => ({ ...contestant, contestant, cell: text })),
  ...ours.map(contestant => ({ ...contestant, contestant, cell: dates })),
]

describe('gives the scores of the reference', () => {
  it.for(pairs)(
    '$name, $cell.work, $cell.events events, times as $cell.times',
    async ({ contestant, cell }, { skip }) => {
      const scorer = await contestant.build(workOf(cell, folder))
      if (typeof scorer === 'string') return skip(scorer)
      const scorers = new Map<Contestant, Scorer>([
        [reference, (await reference.build(workOf(cell, folder))) as Scorer],
        [contestant, scorer],
      ])
      const lines = Array.from({ length: 20 }, (_, i) => leadLine(i, cell.events))
      await checkEqual(scorers, lines, cell)
    },
  )
})

it('who gives another score is named, and is not timed', async () => {
  const scorer = (await reference.build(workOf(text, folder))) as Scorer
  const wrong: Contestant = { ...reference, name: 'a wrong one' }
  const alwaysMore: Scorer = leads => async out => {
    await scorer(leads)(out)
    for (const i of out.keys()) out[i] = (out[i] as number) + 0.001
  }
  const lines = [leadLine(1, text.events)]
  const checked = checkEqual(
    new Map([
      [reference, scorer],
      [wrong, alwaysMore],
    ]),
    lines,
    text,
  )
  await expect(checked).rejects.toThrow('a wrong one gives lead 0')
})
