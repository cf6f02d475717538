import { catalogue, check, fixesOf, recordOf } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { placeOf, workspaceOf } from '../testing.ts'
import { edited } from '../trial.ts'
import { actionsAt } from './actions.ts'
import { fixAll } from './fix-all.ts'

function actionsIn(text: string) {
  const { workspace, source, offset } = placeOf(text)
  return { source, actions: actionsAt(workspace, { source, start: offset, end: offset }) }
}

describe('quick fixes', () => {
  const fixes: readonly (readonly [text: string, title: string, after: string])[] = [
    ['lead { size: integer }\nwhen si▮se > 5 add 1', 'Write `size`', 'lead { size: integer }\nwhen size > 5 add 1'],
    ['When▮ customer add 5', 'Write `when`', 'when customer add 5'],
    [
      'on a add 5 decay ▮50% every 30d',
      'Write `50% of remaining every 30d`',
      'on a add 5 decay 50% of remaining every 30d',
    ],
  ]
  it.each(fixes)('%s: %s', (text, title, after) => {
    const { source, actions } = actionsIn(text)
    const action = actions.find(one => one.title === title)
    expect(edited(source, action?.edits() ?? [])).toBe(after)
    expect(check({ path: 'm', text: after }).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(action).toMatchObject({ kind: 'quickfix', fixes: { span: { source } } })
  })

  it('are preferred where there is one', () => {
    const preferred = (text: string) => actionsIn(text).actions.map(one => one.preferred ?? false)
    expect(preferred('When▮ customer add 5')).toContain(true)
    const misspelt = actionsIn('lead { size: integer }\nwhen sis▮e > 5 add 1')
    expect(misspelt.actions.filter(one => one.preferred).map(one => one.title)).toEqual(['Write `size`'])
    expect(preferred('on a add 5 decay ▮50% every 30d')).not.toContain(true)
  })

  it.each([
    ['let ▮a = 5', '# merit ignore never-used: reason\nlet a = 5'],
    [
      'score s {\n  ▮when title contains "cto" add 5\n}',
      'score s {\n  # merit ignore text-inside-words: reason\n  when title contains "cto" add 5\n}',
    ],
  ])('%s: what is found can be ignored', (text, after) => {
    const at = text.includes('"cto"') ? text.replace('▮', '').replace('"cto"', '▮"cto"') : text
    const { source, actions } = actionsIn(`${at}\nwhen b > 1 add 1`)
    const action = actions.find(one => one.title.startsWith('Ignore'))
    expect(edited(source, action?.edits() ?? [])).toBe(`${after}\nwhen b > 1 add 1`)
    expect(action?.preferred).toBeUndefined()
    const names = check({ path: 'm', text: `${after}\nwhen b > 1 add 1` }).diagnostics.map(({ name }) => name)
    expect(names).toContain('ignore-without-reason')
    expect(names).not.toContain(action?.fixes?.name)
  })

  it('errors cannot be ignored', () => {
    const titles = actionsIn('lead { size: integer }\nwhen si▮se > 5 add 1').actions.map(({ title }) => title)
    expect(titles.filter(title => title.startsWith('Ignore'))).toEqual([])
  })

  it('are not offered elsewhere', () => {
    expect(
      actionsIn('When customer add 5\nwhen cust▮omer add 3').actions.filter(one => one.kind === 'quickfix'),
    ).toEqual([])
  })
})

describe('fixing all', () => {
  const all = (text: string) => {
    const source = { path: '/model.merit', text }
    return edited(source, fixAll(workspaceOf({ [source.path]: text }), source.path))
  }
  it.each([
    ['leaves a model without findings as it is', 'when customer add 5', 'when customer add 5'],
    ['mends several at once', 'When a == 5 add 5;\nOn b add 3', 'when a = 5 add 5\non b add 3'],
    [
      'mends what comes up only when something else is mended',
      'lead { source: text }\nwhen source == webinar add 5',
      'lead { source: text }\nwhen source = "webinar" add 5',
    ],
    [
      'leaves what is a guess',
      'lead { size: integer }\nwhen sise > 5 add 1',
      'lead { size: integer }\nwhen sise > 5 add 1',
    ],
    ['leaves what can be read in two ways', 'on a add 5 decay 50% every 3d', 'on a add 5 decay 50% every 3d'],
  ])('%s', (_, before, after) => {
    expect(all(before)).toBe(after)
  })

  describe('in a file of several models', () => {
    const shared = (a: string, b: string) => {
      const texts = {
        '/shared.merit': 'segment s when source = web',
        '/a.merit': `import "./shared.merit"\n${a}`,
        '/b.merit': `import "./shared.merit"\n${b}`,
      }
      const source = { path: '/shared.merit', text: texts['/shared.merit'] }
      return edited(source, fixAll(workspaceOf(texts), source.path))
    }
    const [text, choice] = ['lead { source: text }', 'lead { source: one of [web] }']
    const quoted = 'segment s when source = "web"'
    it.each([
      ['what the last of them finds is mended', choice, text, quoted],
      ['what the first of them finds is mended', text, choice, quoted],
      ['what both of them find is mended once', text, text, quoted],
      ['nothing is where it would be an error in another', text, 'let web = 5\nlead { source: number }', undefined],
    ])('%s', (_, a, b, expected) => {
      expect(shared(a, b)).toBe(expected ?? 'segment s when source = web')
    })
  })

  const safe = catalogue.filter(record => record.safe && typeof record.bad === 'string')
  it.each(safe)('mends the bad example of $name', ({ name, bad }) => {
    const namesIn = (text: string) => check({ path: '/model.merit', text }).diagnostics.map(one => one.name)
    expect(namesIn(bad as string)).toContain(name)
    expect(namesIn(all(bad as string))).not.toContain(name)
  })

  it('is said of records that offer one fix for their bad example', () => {
    for (const { name, bad } of safe) {
      const found = check({ path: 'm', text: bad as string }).diagnostics.find(one => one.name === name)
      expect(found && fixesOf(found).length, name).toBe(1)
    }
    expect(recordOf('never-used')?.safe).toBeUndefined()
  })
})
