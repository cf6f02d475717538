/** What a person sees of `merit report`: what stands in the page, and what is said of wrong input. */
import { describe, expect, it } from 'vitest'
import { after, before, leads } from '../report/models.ts'
import { folderWith } from './folder.ts'

const broken = 'when ( add 5\n'
const files = {
  'before.merit': before,
  'after.merit': after,
  'models/acme.merit': after,
  'models/acme.tests.merit': 'import "./acme.merit"\ntest "small" { lead { employees: 4 } expect fit = 0 }\n',
  'models/new.merit': 'when hot add 5\n',
  'base/acme.merit': before,
  'broken.merit': broken,
  'leads.ndjson': leads,
  'leads.csv': 'id,industry,employees\nann,Fintech,400\nbob,Retail,4\n',
  'events.csv': 'lead,type,at,asset\nann,download,2026-05-30T00:00:00Z,whitepaper\n',
}
const now = '--now 2026-06-01'

/** The page without markup. */
const textOf = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<title>[^<]*<\/title>|<desc>[^<]*<\/desc>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&rarr;/g, '→')
    .replace(/\s+/g, ' ')

function reported(line: string) {
  const { run, read } = folderWith(files)
  const { exit, err, out } = run(`report ${line} -o report.html`)
  return { exit, err, out, text: textOf(read('report.html')) }
}

describe('merit report', () => {
  it.each([
    [
      'a model',
      'after.merit',
      [
        'Acme inbound',
        'What the model can reach',
        'Score fit 0 to 70',
        'How well the company matches whom we sell to.',
        'What 1 test reaches',
        'no leads were given ( --leads )',
        'nothing was given to compare with ( --base )',
      ],
    ],
    [
      'leads',
      `after.merit --leads leads.ndjson ${now}`,
      ['leads scored 300', 'How leads are spread', 'Leads of leads.ndjson , scored for 2026-06-01T00:00:00Z'],
    ],
    [
      'leads in a table, with events of their own',
      `after.merit --leads leads.csv --events events.csv ${now}`,
      ['leads scored 2', 'with the events of events.csv'],
    ],
    [
      'a change',
      'after.merit --base before.merit',
      [
        'Compared with before.merit',
        'changed rule Large company in fit',
        '25 → 40',
        'threshold 50 → 60',
        'For all leads that there may be',
        'and who is affected: no leads were given',
      ],
    ],
    [
      'a change and leads',
      `after.merit --base before.merit --leads leads.ndjson ${now}`,
      [
        'Who is affected',
        'The most affected leads',
        'Because of what',
        'Score fit From before to now Points Before',
        'MQL 60 (was 50)',
      ],
    ],
    [
      'no change in meaning',
      `after.merit --base models/acme.merit --leads leads.ndjson ${now}`,
      ['No change in meaning.', 'score all leads alike', 'Nothing changes for any of 300 leads.'],
    ],
  ])('tells of %s', (_, line, texts) => {
    const { exit, err, out, text } = reported(line)
    expect({ exit, out }).toEqual({ exit: 0, out: '' })
    expect(err).toContain('report.html: 1 model.')
    for (const one of texts) expect(text).toContain(one)
    expect(text).not.toMatch(/[âÂ]|undefined|NaN/)
  })

  it('tells of the models of a folder, with the tests that lie beside them', () => {
    const { exit, text } = reported(`models --base base --leads leads.ndjson ${now}`)
    expect(exit).toBe(0)
    for (const one of [
      '2 models',
      'Acme inbound',
      'models/new.merit',
      'What 2 tests reach',
      'A new model: there is nothing to compare it with.',
      'There is no test.',
    ])
      expect(text).toContain(one)
  })

  it('tells of a bundle what can be told', () => {
    const { run, read } = folderWith(files)
    run('build after.merit -o after.json')
    expect(run('report after.json -o report.html').exit).toBe(0)
    expect(textOf(read('report.html'))).toContain('What the tests reach: tests are in models')
  })

  it('says which of several models it could not read, and goes on', () => {
    const { exit, err, text } = reported('after.merit broken.merit')
    expect(exit).toBe(1)
    expect(err).toContain('broken.merit:1:6')
    expect(text).toContain('broken.merit ✗ Not read: broken.merit has 1 error.'.replace('✗', '&cross;'))
  })

  it('says that a base could not be read, and compares nothing', () => {
    const { exit, text } = reported('after.merit --base broken.merit')
    expect(exit).toBe(1)
    expect(text).toContain('Nothing is compared: broken.merit has 1 error.')
    expect(text).toContain('What the model can reach')
  })
})

describe('merit report refuses', () => {
  it.each([
    ['no file to write', 'report after.merit', 2, '--out'],
    ['to write over the model', 'report after.merit -o after.merit', 2, 'after.merit is read for this'],
    [
      'to write over an imported file',
      'report models/acme.tests.merit -o models/acme.merit',
      2,
      'models/acme.merit is read for this',
    ],
    [
      'to write over the leads',
      'report after.merit --leads leads.ndjson -o leads.ndjson',
      2,
      'leads.ndjson is read for this',
    ],
    ['a folder to write to', 'report after.merit -o models', 2, 'models is a folder'],
    ['a model with errors', 'report broken.merit -o report.html', 1, 'broken.merit has 1 error.'],
    [
      'a model that is not there',
      'report nothing.merit -o report.html',
      2,
      'nothing.merit: there is no such file or folder.',
    ],
    ['leads that are not there', 'report after.merit --leads nothing.csv -o report.html', 2, 'nothing.csv'],
    ['a base that is not there', 'report after.merit --base nothing.merit -o report.html', 2, 'nothing.merit'],
    [
      'events without leads',
      'report after.merit --events events.csv -o report.html',
      2,
      '--events says something of leads, and there are none.',
    ],
    [
      'standard input for several models',
      'report after.merit before.merit --leads - -o report.html',
      2,
      'Standard input can be read only once',
    ],
    [
      'a now that is no instant',
      `report after.merit --leads leads.csv --now soon -o report.html`,
      2,
      '--now soon is not an instant.',
    ],
    ['leads that are no leads', 'report after.merit --leads after.merit -o report.html', 3, 'after.merit'],
  ])('%s', (_, line, exit, text) => {
    const { run, names } = folderWith(files)
    const ended = run(line)
    expect({ exit: ended.exit, err: ended.err }).toEqual({ exit, err: expect.stringContaining(text) })
    expect(names().filter(name => name.endsWith('.tmp') || name === 'report.html')).toEqual([])
  })
})
