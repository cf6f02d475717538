/**
 * The arrows between packages, and between the folders of `language`, are as drawn here. A new folder needs a line in the
 * table before anything may import it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const scope = '@merit-lang/'

/** What each package may import, besides itself. */
const packages: Record<string, { readonly packages: readonly string[]; readonly libraries: readonly string[] }> = {
  runtime: { packages: [], libraries: [] },
  language: { packages: ['runtime'], libraries: ['chevrotain', '@noble/hashes'] },
  analysis: { packages: ['runtime', 'language'], libraries: [] },
  insight: { packages: ['runtime', 'language', 'analysis'], libraries: [] },
  leads: { packages: ['runtime'], libraries: [] },
  'language-server': {
    packages: ['runtime', 'language', 'analysis', 'insight', 'leads'],
    libraries: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
  },
  vscode: { packages: ['insight', 'language-server'], libraries: ['vscode', 'vscode-languageclient'] },
  cli: {
    packages: ['runtime', 'language', 'analysis', 'insight', 'language-server', 'leads'],
    libraries: ['commander'],
  },
}

/** What each folder of `language` may import, besides itself. The empty name stands for the files outside any folder. */
const folders: Record<string, readonly string[]> = {
  syntax: ['diagnostics', 'diagnostics/syntax'],
  words: ['syntax'],
  diagnostics: ['syntax', 'diagnostics/syntax', 'diagnostics/check', 'diagnostics/hints', 'diagnostics/proofs'],
  'diagnostics/syntax': ['diagnostics', 'syntax'],
  'diagnostics/check': ['diagnostics', 'syntax'],
  'diagnostics/hints': ['diagnostics', 'syntax'],
  'diagnostics/proofs': ['diagnostics', 'syntax'],
  check: ['syntax', 'words', 'diagnostics', 'diagnostics/check', 'check/hints'],
  'check/hints': ['check', 'syntax', 'words', 'diagnostics', 'diagnostics/hints'],
  lower: ['check', 'syntax', 'words'],
  testing: ['lower', 'check', 'syntax', 'words', 'diagnostics'],
  format: ['syntax', 'words', 'diagnostics'],
  module: [],
  '': [
    'syntax',
    'words',
    'diagnostics',
    'diagnostics/proofs',
    'check',
    'check/hints',
    'lower',
    'testing',
    'format',
    'module',
  ],
}

/** What a package never mentions, outside comments and its tests. */
const forbidden: Record<string, readonly (readonly [pattern: RegExp, what: string])[]> = {
  runtime: [
    [/\beval\s*\(/, 'eval'],
    [/\bnew\s+Function\b/, 'new Function'],
    [/\bDate\.now\b|\bnew\s+Date\s*\(\s*\)|\bperformance\b/, 'a clock'],
    [/\bMath\.random\b/, 'randomness'],
    [/\btoLocale\w*|\bIntl\b|\blocaleCompare\b/, 'a locale'],
    [/\bprocess\b|\bglobalThis\b|\bconsole\b/, 'the process'],
  ],
  language: [
    [/\beval\s*\(|\bnew\s+Function\b/, 'code from text'],
    [/\bprocess\b|\bconsole\b/, 'the process'],
    [/\bDate\.now\b|\bnew\s+Date\s*\(\s*\)|\bMath\.random\b/, 'a clock or randomness'],
    [/vscode|\bLSP\b/, 'an editor'],
  ],
}

interface Import {
  readonly file: string
  readonly from: string
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

const sourceOf = (name: string) => join(root, 'packages', name, 'src')
const productFiles = (name: string) => filesBelow(sourceOf(name)).filter(file => !file.endsWith('.test.ts'))

/** Comments are blanked, texts are kept: an import is a text. */
function withoutComments(text: string): string {
  return text.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/.*/g, match =>
    match.startsWith('/') ? ' ' : match,
  )
}

/** Texts that a person reads are no mention of anything. */
function withoutTexts(text: string): string {
  return withoutComments(text).replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, "''")
}

function importsOf(file: string): Import[] {
  const code = withoutComments(readFileSync(file, 'utf8'))
  const found = code.matchAll(/^(?:import|export|\})(?:[^'\n]* from)? '([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm)
  return [...found].map(match => ({
    file: relative(root, file).split(sep).join('/'),
    from: (match[1] ?? match[2]) as string,
  }))
}

/** Of the language server, and of the extension, only the entry for Node and what it alone needs. */
const mayUseNode = /^packages\/(?:cli\/|(?:language-server|vscode)\/src\/node(?:\/|\.ts$))/

/** What the program that runs the package brings along. */
const provided = ['vscode']

const isRelative = (name: string) => name.startsWith('.')
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name)
const libraryOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

function packageProblem(owner: string, { file, from }: Import): string | undefined {
  const allowed = packages[owner]
  if (!allowed || isRelative(from)) return undefined
  if (isBuiltin(from))
    return mayUseNode.test(file) ? undefined : `${file} imports ${from}, but ${owner} uses no part of Node.`
  const library = libraryOf(from)
  if (!library.startsWith(scope))
    return allowed.libraries.includes(library)
      ? undefined
      : `${file} imports ${from}, which ${owner} does not depend on.`
  const other = library.slice(scope.length)
  return allowed.packages.includes(other) ? undefined : `${file} imports ${from}, but ${owner} is drawn below ${other}.`
}

/** The longest folder of the table that holds the file. */
function folderOf(file: string): string {
  const inside = relative(sourceOf('language'), file).split(sep).slice(0, -1)
  for (let length = inside.length; length > 0; length--) {
    const name = inside.slice(0, length).join('/')
    if (name in folders) return name
  }
  return inside.length > 0 ? `${inside.join('/')} (not in the table of test/arrows.test.ts)` : ''
}

function folderProblem({ file, from }: Import): string | undefined {
  if (!isRelative(from)) return undefined
  const target = resolve(root, dirname(file), from)
  if (relative(sourceOf('language'), target).startsWith('..')) return `${file} imports ${from}, outside its package.`
  const [owner, other] = [folderOf(resolve(root, file)), folderOf(target)]
  if (owner === other || folders[owner]?.includes(other)) return undefined
  return `${file} imports ${from}, but the folder ${owner} may not know ${other || 'the package entry'}.`
}

/** What a layer of the language server never imports. */
const layers: readonly (readonly [layer: string, from: RegExp])[] = [
  ['packages/language-server/src/service/', /^vscode-|\/server\//],
  ['packages/language-server/src/server/', /^@merit-lang\/|\/words\//],
]

function layerProblem({ file, from }: Import): string | undefined {
  const crossed = layers.find(([layer, pattern]) => file.startsWith(layer) && pattern.test(from))
  return crossed && `${file} imports ${from}, which ${crossed[0]} must not know.`
}

const problems = (imports: readonly Import[], check: (one: Import) => string | undefined) =>
  imports.map(check).filter(problem => problem !== undefined)

describe('arrows', () => {
  it('has a line for every package', () => {
    expect(
      readdirSync(join(root, 'packages'), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
        .sort(),
    ).toEqual(Object.keys(packages).sort())
  })

  it.each(Object.keys(packages))('between packages hold for %s', owner => {
    expect(problems(productFiles(owner).flatMap(importsOf), one => packageProblem(owner, one))).toEqual([])
  })

  it.each(Object.entries(packages))('are what package.json of %s declares', (owner, allowed) => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', owner, 'package.json'), 'utf8'))
    const expected = [...allowed.packages.map(name => scope + name), ...allowed.libraries].filter(
      name => !provided.includes(name),
    )
    expect(Object.keys(manifest.dependencies ?? {}).sort()).toEqual(expected.sort())
  })

  it('between the folders of language hold', () => {
    expect(problems(productFiles('language').flatMap(importsOf), folderProblem)).toEqual([])
  })

  it('the services of the language server know no protocol, and its server no language', () => {
    const found = productFiles('language-server').flatMap(importsOf)
    expect(problems(found, layerProblem)).toEqual([])
  })

  it.each(Object.keys(forbidden))('%s mentions nothing that it must not know', owner => {
    const mentions = productFiles(owner).flatMap(file => {
      const code = withoutTexts(readFileSync(file, 'utf8'))
      const found = (forbidden[owner] ?? []).filter(([pattern]) => pattern.test(code))
      return found.map(([, what]) => `${relative(root, file)} mentions ${what}, which ${owner} never uses.`)
    })
    expect(mentions).toEqual([])
  })
})

describe('the checks of arrows', () => {
  it.each([
    ['runtime', '@merit-lang/language', 'runtime is drawn below language'],
    ['runtime', 'node:fs', 'runtime uses no part of Node'],
    ['language', 'lodash/get', 'language does not depend on'],
    ['language', '@merit-lang/cli', 'language is drawn below cli'],
  ])('refuse that %s imports %s', (owner, from, sentence) => {
    expect(packageProblem(owner, { file: 'x.ts', from })).toContain(sentence)
  })

  it.each([
    ['packages/language/src/syntax/parse.ts', '../check/model.ts'],
    ['packages/language/src/words/word.ts', '../lower/lower.ts'],
    ['packages/language/src/diagnostics/diagnostic.ts', '../check/model.ts'],
    ['packages/language/src/check/check.ts', '../../../runtime/src/index.ts'],
    ['packages/language/src/check/check.ts', '../surprise/folder.ts'],
  ])('refuse that %s imports %s', (file, from) => {
    expect(folderProblem({ file, from })).toContain(`${file} imports ${from}`)
  })

  it.each([
    ['packages/language-server/src/service/hover.ts', 'vscode-languageserver'],
    ['packages/language-server/src/server/requests.ts', '@merit-lang/language'],
  ])('refuse that %s imports %s', (file, from) => {
    expect(layerProblem({ file, from })).toContain(`${file} imports ${from}`)
  })

  it('look through comments and texts', () => {
    expect(withoutTexts("a('eval(') // eval(\n/* process */ b")).toBe("a('')  \n  b")
  })
})
