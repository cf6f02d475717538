import { describe, expect, it } from 'vitest'
import { marked } from '../../testing.ts'
import { edited } from '../../trial.ts'
import type { Place } from '../../workspace.ts'
import { refactoringsAt } from '../actions.ts'
import { cases } from './cases.fixture.ts'

function offeredAt(text: string) {
  const { workspace, places } = marked(text)
  const [from, to = from] = places as [Place, Place | undefined]
  const span = { source: from.source, start: from.offset, end: (to ?? from).offset }
  return { source: from.source, actions: refactoringsAt(workspace, span) }
}

describe('refactorings', () => {
  it.each(cases)('$title: $before', ({ title, before, after }) => {
    const { source, actions } = offeredAt(before)
    const action = actions.find(one => one.title === title)
    expect(actions.map(one => one.title)).toContain(title)
    expect(edited(source, action?.edits() ?? [])).toBe(after)
  })
})

describe('none of these is offered', () => {
  const refused: readonly (readonly [text: string, title: RegExp])[] = [
    ['when industry = SaaS ▮add 5', /table/],
    ['when industry = SaaS ▮add 5\nwhen industry in [saas, Retail] add 3', /table/],
    ['when employees < 10 ▮add 5\nwhen employees in 9..12 add 3', /table/],
    ['when industry = SaaS ▮add 5\n# why\nwhen industry = Retail add 3', /table/],
    ['when industry = SaaS ▮add 5\nwhen industry = Retail add 3 as "x"▮', /table/],
    ['when customer▮ add 5', /segment/],
    ['on download(pages▮ > 5) add 5', /segment/],
    ['score fit { when customer add 5 }\nqualify A when fit > ▮5', /segment/],
    ['points by industry { SaaS: ▮5 else: 0 } cap 3', /row/],
    ['when interests contains any of [api▮, pricing] add 3', /Extract a list/],
    ['disqualify when industry ▮in [SaaS, Retail]', /segment|list|`or`|Sort/],
    ['on download(pages > ▮pages▮) add 3', /let/],
    ['score fit {\n  default decay 3d\n▮  default within 9d\n  on download add 3\n▮}', /group/],
    ['when industry in [A,▮ B] add 3', /Sort|quotes/],
    ['on download ▮add 3', /decay/],
    ['when title matches ▮"^vp" add 3', /test/],
    ['when created ▮older than 999999999999d add 3', /test/],
    ['when customr add▮ 3\nlead { customer: boolean }', /test/],
  ]
  it.each(refused)('%s', (text, title) => {
    expect(offeredAt(text).actions.filter(one => title.test(one.title))).toEqual([])
  })
})

it('a definition of a file that several models import is put in its place in all of them', () => {
  const { workspace, places } = marked({
    '/a.merit': 'import "./shared.merit"\nwhen big add 5',
    '/b.merit': 'import "./shared.merit"\nwhen not big and customer add 5',
    '/shared.merit': 'segment ▮big when size > 5 or customer\nlead { size: integer  customer: boolean }',
  })
  const [{ source, offset: start }] = places as [Place]
  const actions = refactoringsAt(workspace, { source, start, end: start })
  const edits = actions.find(({ kind }) => kind === 'refactor.inline')?.edits() ?? []
  const after = (path: string) => edited(workspace.parsed(path)?.source ?? source, edits)
  expect(after('/shared.merit')).toBe('lead { size: integer  customer: boolean }')
  expect(after('/a.merit')).toBe('import "./shared.merit"\nwhen size > 5 or customer add 5')
  expect(after('/b.merit')).toBe('import "./shared.merit"\nwhen not (size > 5 or customer) and customer add 5')
})

it('what would bring an error is not done', () => {
  const { source, actions } = offeredAt(
    'let ▮cut = employees\nscore fit { when x add 5 }\nwhen any page(seconds > cut) add 1',
  )
  const edits = actions.find(({ kind }) => kind === 'refactor.inline')?.edits() ?? []
  expect(edited(source, edits)).toBe(source.text)
})
