import { describe, expect, it } from 'vitest'
import { lensesIn } from '../lenses.ts'
import { workspaceOf } from '../testing.ts'
import type { Project } from '../workspace.ts'
import { atOnce, type Breathe } from './breathe.ts'
import { Evaluations, type SampleSettings } from './evaluations.ts'

const model = 'lead { size: integer }\nevent visit\nscore s { when size > 5 add 10 }\nqualify MQL at 8\n'
const leads = '{"id":"a","Size":1,"size":7,"events":[{"type":"visit","at":"2026-05-31T00:00:00Z"}]}\n{"size":3}\n'

/** A folder with these files; it counts how often each is read. */
function folder(files: Record<string, string>) {
  const reads: string[] = []
  const disk = {
    list: async (at: string) => Object.keys(files).filter(path => path.slice(0, path.lastIndexOf('/')) === at),
    read: async (path: string) => {
      reads.push(path)
      const text = files[path]
      return text === undefined ? undefined : { text, cut: false }
    },
    clock: () => Date.UTC(2026, 0, 1),
  }
  return { evaluations: new Evaluations(disk), reads, files }
}

const projectOf = (text: string) => workspaceOf({ '/m.merit': text }).projects[0] as Project

async function titles(
  evaluations: Evaluations,
  text: string,
  settings: SampleSettings = {},
  breathe: Breathe = atOnce,
) {
  const workspace = workspaceOf({ '/m.merit': text })
  const project = workspace.projects[0] as Project
  const known = await evaluations.known(project, '/m.merit', settings, breathe)
  return lensesIn(workspace, project, '/m.merit', known).map(({ title }) => title)
}

describe('lenses', () => {
  it('say what the samples come to', async () => {
    const { evaluations } = folder({ '/leads.ndjson': leads })
    expect(await titles(evaluations, model)).toEqual([
      '2 samples of leads.ndjson as of 2026-05-31: MQL 1 (50.0%)',
      'preview',
      'min 0, median 5, max 10 over 2 samples',
      'matches 1 of 2 samples, gives 10 points',
      '1 (50.0%) of 2 samples',
    ])
  })

  it.each<[string, Record<string, string>, SampleSettings, string]>([
    ['a line that is broken', { '/leads.ndjson': `${leads}{` }, {}, 'leads.ndjson:3: this is not valid JSON'],
    ['a file that is not there', {}, { samples: 'x.csv' }, 'x.csv: x.csv cannot be read. Is there such a file?'],
    [
      'values that do not fit',
      { '/leads.json': '[{"size": "x"}]' },
      {},
      '1 sample with data that does not fit; lead 1: ',
    ],
    ['no events', { '/leads.json': '[{"size": 1}]' }, {}, '1 sample of leads.json as of 2026-01-01: MQL 0 (0%)'],
    [
      'a day of their own',
      { '/leads.ndjson': leads },
      { now: '2026-06-15' },
      '2 samples of leads.ndjson as of 2026-06-15',
    ],
    [
      'a day that is none',
      { '/leads.ndjson': leads },
      { now: 'soon' },
      'leads.ndjson: The setting merit.now says soon: write a day (2026-06-01)',
    ],
  ])('tell of %s', async (_, files, settings, expected) => {
    const found = await titles(folder(files).evaluations, model, settings)
    expect(
      found.some(title => title.startsWith(expected)),
      found.join('\n'),
    ).toBe(true)
  })

  it('say nothing of samples where there are none, or the model has errors', async () => {
    expect(await titles(folder({}).evaluations, model)).toEqual(['preview'])
    expect(await titles(folder({ '/leads.ndjson': leads }).evaluations, `${model}when size > add`)).toEqual(['preview'])
    expect(await titles(folder({ '/leads.ndjson': leads }).evaluations, '')).toEqual([])
  })

  it('offer to run tests, say how they ended, and run them again after an edit', async () => {
    const { evaluations } = folder({})
    const text = `${model}test "t" { lead { size: 7 } expect s = 10 }\ntest "u" { expect s = 0 }`
    const [, ...before] = await titles(evaluations, text)
    expect(before).toEqual(['preview', 'run test', 'run test'])
    await evaluations.run(projectOf(text), '/m.merit', ['t'], atOnce)
    expect((await titles(evaluations, text)).slice(2)).toEqual(['✓ passed', 'run again', 'run test'])
    const edited = text.replace('add 10', 'add 12')
    expect((await titles(evaluations, edited)).slice(2)).toEqual([
      '✗ failed: s is 12, expected s = 10',
      'run again',
      'run test',
    ])
    expect((await titles(evaluations, `${edited}\nwhen size > add`)).slice(2)).toEqual(['run test', 'run test'])
  })
})

describe('evaluations', () => {
  it('read files once, until one changes or other data is read of them', async () => {
    const { evaluations, reads } = folder({ '/leads.ndjson': leads })
    await titles(evaluations, model)
    await titles(evaluations, model.replace('add 10', 'add 11'))
    expect(reads).toHaveLength(1)
    evaluations.filesChanged()
    await titles(evaluations, model)
    expect(reads).toHaveLength(2)
    await titles(evaluations, model.replace('integer', 'number'))
    expect(reads).toHaveLength(3)
  })

  it('score once as long as the meaning stays', async () => {
    const { evaluations } = folder({ '/leads.ndjson': leads })
    const project = projectOf(model)
    const again = projectOf(`# a comment\n${model}`)
    const samples = await evaluations.samplesOf(project, {}, atOnce)
    const score = (of: Project) => evaluations.spreadOf(of, of.lowered()?.program as never, samples as never, 0, atOnce)
    expect(await score(project)).toBe(await score(again))
    expect(await score(projectOf(model.replace('10', '11')))).not.toBe(await score(project))
  })

  it('stop where nobody waits, and begin anew', async () => {
    const { evaluations } = folder({ '/leads.ndjson': leads })
    let breaths = 0
    const stopping: Breathe = () => {
      if (++breaths > 3) throw new Error('stopped')
      return undefined
    }
    await expect(titles(evaluations, model, {}, stopping)).rejects.toThrow('stopped')
    expect(await titles(evaluations, model)).toHaveLength(5)
  })
})
