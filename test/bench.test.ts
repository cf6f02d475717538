/** The benchmark compares what gives the same answers: each contestant, tried on a few leads. `npm run bench` installs the peers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readLead } from '@merit-lang/runtime'
import { afterAll, describe, expect, it } from 'vitest'
import type { Contestant, Scorer } from '../bench/contestants/contestant.ts'
import { handWrittenContestants } from '../bench/contestants/hand-written.ts'
import { live, meritContestants, reference } from '../bench/contestants/merit.ts'
import { peerContestants } from '../bench/contestants/peers.ts'
import { type Cell, workOf } from '../bench/parts/cell.ts'
import { checkEqual } from '../bench/parts/equal.ts'
import { brokenLine } from '../bench/work/broken.ts'
import { checking } from '../bench/work/checking.ts'
import { leadLine, now, withNewTexts } from '../bench/work/leads.ts'

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
      const broken = Array.from({ length: 20 }, (_, i) => brokenLine(i, cell.events))
      if (contestant.checksData) await checkEqual(scorers, broken, cell)
    },
  )
})

describe('by hand, checking the data: as many issues as in Merit', async () => {
  const { rules, program } = workOf(text, folder)
  const file = join(folder, 'checking.mjs')
  writeFileSync(file, checking(rules, 'ISO text'))
  const { score } = await import(pathToFileURL(file).href)
  const leads: readonly (readonly [name: string, lead: unknown])[] = [
    ['right', JSON.parse(leadLine(1, 5))],
    ...Array.from({ length: 20 }, (_, i) => [`broken ${i}`, JSON.parse(brokenLine(i, 5))] as const),
    ['no object', 'lead'],
    ['a list', []],
    ['no list of events', { events: 'none' }],
    ['no event', { events: [5, null, {}, []] }],
    ['no events', { events: null }],
    ['no time', { events: [{ type: 'call' }] }],
  ]
  it.for(leads)('%s', ([, lead]) => {
    const { issues } = readLead(program, lead)
    expect(score(lead, now).issues).toBe(issues.length)
  })

  it('some have issues', () => {
    const found = leads.map(([, lead]) => score(lead, now).issues)
    expect(found[0]).toBe(0)
    expect(found.slice(1, 21).every(issues => issues > 0)).toBe(true)
  })
})

it('wrong data tells apart who does not check it', async () => {
  const work = workOf(text, folder)
  const names = [reference, ...handWrittenContestants.filter(({ checksData }) => !checksData)]
  const built = await Promise.all(names.map(async one => [one, (await one.build(work)) as Scorer] as const))
  const broken = Array.from({ length: 20 }, (_, i) => brokenLine(i, text.events))
  await expect(checkEqual(new Map(built), broken, text)).rejects.toThrow('hand-written')
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

it('texts that were not met before have one more word, and nothing else is changed', () => {
  const [before, after] = [leadLine(1, 3), withNewTexts(leadLine(1, 3), 'other')].map(line => JSON.parse(line))
  const longer = Object.keys(before).filter(key => after[key] === `${before[key]} other`)
  expect(longer).toEqual(['about', 'remark'].filter(key => before[key] !== null))
  expect(longer).not.toEqual([])
  expect({ ...after, ...Object.fromEntries(longer.map(key => [key, before[key]])) }).toEqual(before)
})
