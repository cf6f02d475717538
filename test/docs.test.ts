/** The pages in `docs/` and `README.md` say what the code does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { executePage } from '../docs/execute.ts'
import { generateDocs, strayPages } from '../docs/generate.ts'
import { shell } from '../docs/shell.ts'

const root = resolve(import.meta.dirname, '..')
const onDisk = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
const pages = generateDocs(root, shell)

/** Every Markdown file that a reader may come across. */
const markdown = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.md') && !/(^|\/)(node_modules|dist)\//.test(path))

describe('pages', () => {
  it.each(pages.map(page => [page.path, page.text]))('%s is what `npm run generate` writes', (path, text) => {
    expect(onDisk(path)).toBe(text)
  })

  it('are there only for words and diagnostics that exist', () => {
    expect(strayPages(root, pages)).toEqual([])
  })

  it.each(markdown)('%s links only to what is there', path => {
    const links = [...onDisk(path).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(match => match[1] as string)
    expect(links.filter(link => !existsSync(resolve(root, dirname(path), link)))).toEqual([])
  })
})

describe('a page that is executed', () => {
  const page = (...blocks: readonly [fence: string, text: string][]) =>
    blocks.map(([fence, text]) => `\`\`\`${fence}\n${text}\n\`\`\`\n`).join('\n')
  const nothing = () => ''

  it('is refused where a model has an error', () => {
    expect(() => executePage(page(['merit', 'when ( add 5']), nothing)).toThrow('error')
  })

  it('is refused where a test of a model fails', () => {
    const model = 'when a = B add 5\ntest "x" { lead { a: B } expect total = 6 }'
    expect(() => executePage(page(['merit', model]), nothing)).toThrow('x: fails')
  })

  it('is refused where a broken model is none', () => {
    expect(() => executePage(page(['merit broken', 'when a = B add 5']), nothing)).toThrow('is not')
  })

  it('gets models formatted and outputs as they are', () => {
    const before = page(['merit x.merit', 'when   a = B add 5'], ['console', '$ say hello\nstale'])
    const after = page(['merit x.merit', 'when a = B add 5'], ['console', '$ say hello\nfresh'])
    expect(executePage(before, line => `${line === 'say hello' ? 'fresh' : ''}\n`)).toBe(after)
  })
})
