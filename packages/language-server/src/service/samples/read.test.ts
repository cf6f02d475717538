import type { Program } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../evaluate/breathe.ts'
import { workspaceOf } from '../testing.ts'
import { MOST_LEADS, readSamples } from './read.ts'

const model = 'lead { size: integer from "Size"  vip: boolean }\nevent visit { pages: integer }\nwhen size > 5 add 1'
const program = workspaceOf({ '/m.merit': model }).projects[0]?.lowered()?.program as Program

const file = (path: string, text: string, cut = false) => ({ path, text, cut })

async function read(name: string, text: string, cut = false) {
  const { leads, problems, cut: more } = await readSamples(file(name, text, cut), undefined, program, atOnce)
  return {
    leads: leads.map(({ id, data }) => [id, data.Size]),
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
    more,
  }
}

describe('samples', () => {
  it.each([
    [
      'JSON',
      '/l.json',
      '[{"id": "a", "Size": 7}, {"id": 2}]',
      [
        ['a', 7],
        ['2', undefined],
      ],
    ],
    ['JSON under a key', '/l.json', '{"leads": [{"Size": 7}]}', [[undefined, 7]]],
    [
      'NDJSON',
      '/l.ndjson',
      '\uFEFF{"email": "a@b.c", "Size": 7}\n\n{"Size": 8}\n',
      [
        ['a@b.c', 7],
        [undefined, 8],
      ],
    ],
    [
      'CSV by the types of the model',
      '/l.csv',
      'id,Size,vip\na,7,yes\nb,x,',
      [
        ['a', 7],
        ['b', 'x'],
      ],
    ],
  ])('are read from %s', async (_, name, text, leads) => {
    expect(await read(name, text)).toEqual({ leads, problems: [], more: false })
  })

  it.each([
    ['a broken line', '/l.ndjson', '{"Size": 1}\n{"Size": \n{"Size": 3}', 2, /^2: .*JSON/],
    ['what is no lead', '/l.ndjson', '{"Size": 1}\n7', 1, /^2: .*a JSON object/],
    ['a file that ends early', '/l.json', '[{"Size": 1}, {"Size": ', 1, /^1: the file ends in the middle/],
    ['a row of another width', '/l.csv', 'id,Size\na,1\nb', 1, /^3: this row has 1 cell/],
    ['two columns of one name', '/l.csv', 'id,id\na,1', 0, /^undefined: .*two columns are called `id`.* Rename/],
    ['nothing', '/l.csv', '', 0, /^undefined: The file has no leads\.$/],
    ['binary data', '/l.ndjson', '\u0000\u0001\u0002\uFFFD', 0, /^1: /],
    [
      'a key that is nearly right',
      '/l.json',
      '[{"size": 1}]',
      1,
      /^1: The data has `size`, but the model reads `Size`/,
    ],
  ])('tell of %s, and give the rest', async (_, name, text, leads, problem) => {
    const found = await read(name, text)
    expect(found.leads).toHaveLength(leads)
    expect(found.problems).toEqual([expect.stringMatching(problem)])
  })

  it('what a cut file ends in is no mistake', async () => {
    expect(await read('/l.ndjson', '{"Size": 1}\n{"Siz', true)).toEqual({
      leads: [[undefined, 1]],
      problems: [],
      more: true,
    })
  })

  it('are the first of many', async () => {
    const found = await readSamples(file('/l.ndjson', '{}\n'.repeat(MOST_LEADS + 1)), undefined, program, atOnce)
    expect([found.leads.length, found.cut]).toEqual([MOST_LEADS, true])
  })

  it('get the events of a second file', async () => {
    const events = file(
      '/events.csv',
      'lead_id,type,at,pages\na,visit,2026-05-01T00:00:00Z,3\nb,visit,2026-05-02T00:00:00Z,4',
    )
    const { leads, problems } = await readSamples(file('/leads.csv', 'id,Size\na,1\nc,2'), events, program, atOnce)
    expect(problems).toEqual([])
    expect(leads.map(({ data }) => data.events)).toEqual([
      [expect.objectContaining({ type: 'visit', pages: 3 })],
      undefined,
    ])
  })

  it('without ids get no events, and that is told', async () => {
    const { problems } = await readSamples(file('/l.json', '[{"Size": 1}]'), file('/e.json', '[]'), program, atOnce)
    expect(problems.map(({ message }) => message)).toEqual([
      'The leads have no ids by which these events would find them.',
    ])
  })
})
