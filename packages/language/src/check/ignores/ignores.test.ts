import { expect, it } from 'vitest'
import { fixesOf } from '../../diagnostics/catalogue.ts'
import { format } from '../../format/format.ts'
import { check } from '../check.ts'
import { startChecker } from '../checker.ts'

const used = 'when industry in [SaaS] add 5'
const namesIn = (text: string) => check({ path: 'a.merit', text }).diagnostics.map(({ name }) => name)

it.each([
  ['nothing ignored', 'let a = 5', ['never-used']],
  ['the line below', '# merit ignore never-used: soon\nlet a = 5', []],
  ['its own line', 'let a = 5  # merit ignore never-used: soon', []],
  ['comments between', '# merit ignore never-used: soon\n# all of it\n## A five.\nlet a = 5', []],
  ['a documentation comment', '## merit ignore never-used: soon\nlet a = 5', []],
  ['not beyond a blank line', '# merit ignore never-used: soon\n\nlet a = 5', ['ignore-unused', 'never-used']],
  ['not the line after', '# merit ignore never-used: soon\nlet a = 5\nlet b = 5', ['never-used']],
  ['several names', '# merit ignore empty-list, never-used: soon\nlist a = []', []],
  ['one too many', '# merit ignore text-as-name, never-used: soon\nlet a = 5', ['ignore-unused']],
  ['two comments', '# merit ignore never-used: a\n# merit ignore never-used: b\nlet a = 5', []],
  ['without reason', '# merit ignore never-used\nlet a = 5', ['ignore-without-reason']],
  ['with an empty reason', '# merit ignore never-used:\nlet a = 5', ['ignore-without-reason']],
  ['with what editors leave to be written', '# merit ignore never-used: reason\nlet a = 5', ['ignore-without-reason']],
  ['no name', '# merit ignore: all of it\nlet a = 5', ['ignore-unknown-name', 'never-used']],
  ['an unknown name', '# merit ignore never-usd: soon\nlet a = 5', ['ignore-unknown-name', 'never-used']],
  ['an error', '# merit ignore unknown-word: soon\nlet a = 5', ['ignore-of-error', 'never-used']],
  ['a proof, of which checking knows nothing', '# merit ignore rule-never-matches: soon\nwhen x = A add 1', []],
  ['not said of a model with errors', '# merit ignore never-used: soon\nwhen industry = add 5', ['missing-value']],
  ['a hyphen', '# merit-ignore never-used: soon\nlet a = 5', ['ignore-misspelt', 'never-used']],
  ['a colon', 'let a = 5  # Merit: ignore never-used', ['never-used', 'ignore-misspelt']],
  ['another comment', '# merit ignores nothing\nwhen a add 5', []],
  ['in a text', 'when title = "# merit ignore never-used" add 5', []],
])('%s', (_, lines, names) => {
  expect(namesIn(`${lines}\n${used}\n`)).toEqual(names)
})

it('what is ignored is kept apart', () => {
  const { ignored } = check({ path: 'a.merit', text: `# merit ignore never-used: soon\nlet a = 5\n${used}` })
  expect(ignored.map(({ name }) => name)).toEqual(['never-used'])
})

it('an imported file may ignore what another model has', () => {
  const shared = { path: 'shared.merit', text: '# merit ignore never-used: for others\nlet a = 5\n' }
  const read = () => shared
  const textUsing = `import "./shared.merit"\nwhen b > a add 1\n`
  expect(check({ path: 'a.merit', text: textUsing }, { read }).diagnostics).toEqual([])
  expect(check({ path: 'a.merit', text: `import "./shared.merit"\n${used}` }, { read }).diagnostics).toEqual([])
})

it.each([
  ['# merit ignore never-used: soon\nlet a = 5\nwhen b > a add 1', 'let a = 5\nwhen b > a add 1'],
  ['let a = 5  # merit ignore never-used: soon\nwhen b > a add 1', 'let a = 5\nwhen b > a add 1'],
  ['# merit ignore never-used, empty-list: soon\nlet a = 5', '# merit ignore never-used: soon\nlet a = 5'],
  ['# merit ignore empty-list, never-used: soon\nlet a = 5', '# merit ignore never-used: soon\nlet a = 5'],
  ['# merit ignore never-usd: soon\nlet a = 5', '# merit ignore never-used: soon\nlet a = 5'],
  ['# merit-ignore never-used: soon\nlet a = 5', '# merit ignore never-used: soon\nlet a = 5'],
])('%j is mended to %j', (before, after) => {
  const source = { path: 'a.merit', text: `${before}\n${used}` }
  const own = check(source).diagnostics.find(({ name }) => name.startsWith('ignore-'))
  const [fix] = own ? fixesOf(own) : []
  const [edit] = fix?.edits ?? []
  if (!edit) throw new Error('There is no fix.')
  const mended = source.text.slice(0, edit.span.start) + edit.text + source.text.slice(edit.span.end)
  expect(mended).toBe(`${after}\n${used}`)
})

it('stays where it is when the model is formatted', () => {
  const text = `# merit ignore never-used: soon\nlet    a = 5\nlet b = 5    # merit ignore never-used: soon\n${used}\n`
  const formatted = format({ path: 'a.merit', text })
  expect('text' in formatted && namesIn(formatted.text)).toEqual([])
})

it('is the same while the text is edited', () => {
  const checker = startChecker()
  const texts = [`let a = 5\n${used}`, `# merit ignore never-used: x\nlet a = 5\n${used}`, `\n\nlet a = 5\n${used}`]
  for (const text of texts) {
    const source = { path: 'a.merit', text }
    expect(checker.check(source).diagnostics.map(({ name }) => name)).toEqual(namesIn(text))
  }
})
