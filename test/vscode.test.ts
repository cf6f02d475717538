/** The extension for VS Code: what its package.json names is there, and its colours are what an editor makes of them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma'
import { INITIAL, type IRawGrammar, Registry } from 'vscode-textmate'
import { buildExtension } from '../packages/vscode/build.mjs'
import { filesNamedIn } from '../packages/vscode/named.mjs'

const root = resolve(import.meta.dirname, '..')
const extension = join(root, 'packages', 'vscode')
const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'))
const { contributes } = manifest
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const jsonOf = (path: string) => JSON.parse(textOf(path))

describe('package.json', () => {
  const dist = mkdtempSync(join(tmpdir(), 'merit-vscode-'))
  beforeAll(() => buildExtension(dist))
  afterAll(() => rmSync(dist, { recursive: true }))

  it('names files that the build writes, or that stand in the repository and are packed', () => {
    const there = readdirSync(extension, { recursive: true }).map(name => String(name).replaceAll('\\', '/'))
    const built = readdirSync(dist).map(name => `dist/${name}`)
    const known = [...there.filter(name => !name.startsWith('dist/')), ...built]
    const named = filesNamedIn(manifest)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(name => !known.includes(name))).toEqual([])
    expect(
      named.filter(name => !manifest.files.some((top: string) => name === top || name.startsWith(`${top}/`))),
    ).toEqual([])
  })

  it('has no more and no fewer commands than the extension registers', () => {
    const registered = [...textOf('packages/vscode/src/commands.ts').matchAll(/^ {4}'(merit\.\w+)':/gm)].map(
      ([, name]) => name,
    )
    expect(contributes.commands.map(({ command }: { command: string }) => command).sort()).toEqual(registered.sort())
  })

  it('uses only commands that there are', () => {
    const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command)
    const used = [...JSON.stringify(contributes).matchAll(/"(?:command|onCommand):?"?:?"?(merit\.\w+)/g)].map(
      ([, name]) => name,
    )
    const linked = [...JSON.stringify(contributes.walkthroughs).matchAll(/ommand:(merit\.\w+)/g)].map(
      ([, name]) => name,
    )
    expect(linked.length).toBeGreaterThan(3)
    expect([...used, ...linked].filter(name => !commands.includes(name as string))).toEqual([])
  })

  it('has the settings that its page and the server know', () => {
    const settings = Object.keys(contributes.configuration.properties)
    const page = textOf('packages/vscode/README.md')
    expect(settings.filter(name => !page.includes(`\`${name}\``))).toEqual([])
    const read = [...textOf('packages/language-server/src/server/settings.ts').matchAll(/^ {2}(\w+): as\w+,/gm)].map(
      ([, name]) => `merit.${name}`,
    )
    expect(settings.filter(name => !name.startsWith('merit.trace.')).sort()).toEqual(read.sort())
  })

  it('describes its commands in the page', () => {
    const page = textOf('packages/vscode/README.md')
    const titles = contributes.commands.map(({ title }: { title: string }) => `Merit: ${title}`)
    expect(titles.filter((title: string) => !page.includes(title))).toEqual([])
  })
})

describe('the language configuration', () => {
  const configuration = jsonOf('packages/vscode/language-configuration.json')
  const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`)
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules

  it.each([
    ['when `Lead Source` = Web add 15', ['when', '`Lead Source`', 'Web', 'add', '15']],
    ['company.tier within 30d weight 2.5%', ['company', 'tier', 'within', '30d', 'weight', '2.5%']],
    ['größe > 1_000', ['größe', '1_000']],
  ])('takes the words of `%s` apart', (line, words) => {
    expect(line.match(word)?.map(found => found.trim())).toEqual(words)
  })

  it.each([
    ['score fit {', true],
    ['score fit cap 100 { # capped', true],
    ['list a = [', true],
    ['lead { a: text }', false],
    ['when a contains "{" add 1', false],
    ['# {', false],
  ])('indents after `%s`: %s', (line, indents) => {
    expect(new RegExp(increaseIndentPattern).test(line)).toBe(indents)
  })

  it('moves a closing brace back', () => {
    expect(new RegExp(decreaseIndentPattern).test('  }')).toBe(true)
    expect(new RegExp(decreaseIndentPattern).test('  a }')).toBe(false)
  })
})

describe('colours', () => {
  const plain: IRawGrammar = {
    scopeName: 'text.html.markdown',
    patterns: [],
    repository: {} as IRawGrammar['repository'],
  }
  const grammars: Readonly<Record<string, () => IRawGrammar>> = {
    'source.merit': () => jsonOf('grammar/merit.tmLanguage.json'),
    'markdown.merit.codeblock': () => jsonOf('packages/vscode/syntaxes/markdown.tmLanguage.json'),
    'text.html.markdown': () => plain,
  }
  const registry = new Registry({
    onigLib: loadOniguruma().then(() => ({ createOnigScanner, createOnigString })),
    loadGrammar: async scope => grammars[scope]?.() ?? null,
    getInjections: scope => (scope === 'text.html.markdown' ? ['markdown.merit.codeblock'] : undefined),
  })

  async function scopesOf(grammar: string, text: string): Promise<(readonly [piece: string, scopes: string[]])[]> {
    const loaded = await registry.loadGrammar(grammar)
    let state = INITIAL
    return text.split('\n').flatMap(line => {
      const { tokens, ruleStack } = loaded?.tokenizeLine(line, state) ?? { tokens: [], ruleStack: state }
      state = ruleStack
      return tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes] as const)
    })
  }

  const examples = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter(entry => entry.isDirectory())

  it.each(examples.map(({ name }) => name))('leave nothing of the example %s open or without colour', async name => {
    const tokens = await scopesOf('source.merit', `${textOf(`examples/${name}/model.merit`)}\nwhen a = 1 add 5`)
    const scopeOf = (piece: string) => tokens.findLast(([text]) => text === piece)?.[1].at(-1)
    expect(scopeOf('when')).toBe('keyword.control.merit')
    expect(scopeOf('5')).toBe('constant.numeric.merit')
    const coloured = tokens.filter(([text, scopes]) => text.trim() !== '' && scopes.length > 1)
    expect(coloured.length / tokens.filter(([text]) => text.trim() !== '').length).toBeGreaterThan(0.5)
  })

  it('reach into fences of Markdown, and end with them', async () => {
    const text = 'Text when a\n\n```merit model.merit\nwhen a = 1 add 5\n```\n\nwhen a'
    const tokens = await scopesOf('text.html.markdown', text)
    const scopes = tokens.filter(([piece]) => piece.startsWith('when')).map(([, found]) => found.at(-1))
    expect(scopes).toEqual(['keyword.control.merit', 'text.html.markdown'])
    expect(tokens.find(([piece]) => piece === 'when')?.[1]).toContain('meta.embedded.block.merit')
  })
})

async function loadOniguruma(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')
  await loadWASM(new Uint8Array(readFileSync(path)))
}
