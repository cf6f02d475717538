/** What a person sees of a model's history: the built command in real repositories. */
import { spawnSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, newRepository, type Scratch } from '../packages/cli/src/git/scratch.fixture.ts'

const root = join(import.meta.dirname, '..')
const merit = join(root, 'packages/cli/dist/merit.mjs')

const made: Scratch[] = []
const kept = (scratch: Scratch): Scratch => {
  made.push(scratch)
  return scratch
}
afterAll(() => {
  for (const scratch of made) scratch.remove()
})

/** Names of commits and revisions are those of their place in the output. */
function page(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [merit, 'changelog', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
  })
  const parts = [
    `$ merit changelog ${args.join(' ')}`,
    stdout,
    ...(stderr ? [`(stderr)\n${stderr}`] : []),
    `(exit ${status})`,
  ]
  const names = new Map<string, string>()
  return `${parts.map(part => part.trimEnd()).join('\n')}\n`.replace(
    /\b([0-9a-f]{12})(?:[0-9a-f]{28})?\b/g,
    (id, short) => {
      if (/^0+$/.test(id)) return id
      names.set(short, names.get(short) ?? `<${names.size + 1}>`)
      return names.get(short) as string
    },
  )
}

function merited(folder: string, ...args: readonly string[]): string {
  return spawnSync(process.execPath, [merit, 'changelog', ...args], { cwd: folder, encoding: 'utf8' }).stdout
}

const schema = `lead {
  industry: one of [SaaS, Fintech, Retail]
  employees: integer 0..
  customer: boolean
}
event download { asset: one of [whitepaper, datasheet] }
`
const first = `model "Acme"
import "./schema.merit"
segment big when employees >= 500 and industry in [SaaS, Fintech]
score fit cap 100 {
  when big add 30 as "Big"
  points by industry { SaaS: 30  Fintech: 20  else: 0 }
}
score engagement {
  on download(whitepaper) add 20 decay 30d
}
score total = fit + engagement
qualify MQL at 50
disqualify "customer" when customer
`

const model = 'models/acme.merit'
let text = first

/** A commit in which one thing of the model is another. */
function edit({ write, commit }: Scratch, subject: string, from: string, to: string, path = model): string {
  expect(text).toContain(from)
  text = text.replace(from, to)
  write({ [path]: text })
  return commit(subject)
}

const renamed = 'models/inbound é.merit'
const repository = kept(newRepository({ [model]: first, 'models/schema.merit': schema }))

beforeAll(() => {
  if (!existsSync(merit)) spawnSync(process.execPath, [join(root, 'packages/cli/build.mjs')], { stdio: 'inherit' })
  const { git, write, commit, folder } = repository
  edit(repository, 'Raise the threshold', 'MQL at 50', 'MQL at 60')
  git('tag', 'raised')
  edit(repository, 'Say why', 'segment', '# Who buys\nsegment')
  write({ 'models/schema.merit': schema.replace('Retail]', 'Retail, Other]') })
  commit('One more industry')
  git('checkout', '-q', '-b', 'feature')
  const before = text
  edit(repository, 'More for SaaS', 'SaaS: 30', 'SaaS: 35')
  git('checkout', '-q', 'main')
  text = before
  edit(repository, 'Slower decay', 'decay 30d', 'decay 60d')
  git('merge', '-q', '--no-edit', 'feature')
  text = text.replace('SaaS: 30', 'SaaS: 35')
  renameSync(join(folder, model), join(folder, renamed))
  edit(repository, 'Smaller companies are big', '>= 500', '>= 400', renamed)
  edit(repository, 'A slip', 'MQL at 60', 'MQL at', renamed)
  edit(repository, 'Mended', 'MQL at', 'MQL at 60', renamed)
  edit(repository, 'Windows', text, text.replaceAll('\n', '\r\n'), renamed)
  write({ 'models/other.merit': 'when x add 1\n' })
  commit('Another model')
}, 120_000)

describe('a history', () => {
  it.each<readonly [name: string, ...args: string[]]>([
    ['pretty', renamed],
    ['all', renamed, '--all', '--since', 'raised'],
    ['markdown', renamed, '--format', 'markdown'],
    ['json', renamed, '--format', 'json', '--since', 'HEAD~4'],
    ['of a revision', `raised:${model}`],
    ['bad a folder', 'models'],
    ['bad no revision of a model', renamed, '--revision', 'nothing'],
    ['bad a revision that no version has', renamed, '--revision', '000000000000'],
    ['bad an unknown revision', renamed, '--since', 'nowhere'],
    ['bad a file that is not there', 'models/nothing.merit'],
  ])('%s', async (name, ...args) => {
    await expect(page(repository.folder, ...args)).toMatchFileSnapshot(
      `./cli/changelog-${name.replaceAll(' ', '-')}.txt`,
    )
  })

  it('shows what is not committed yet', () => {
    const { folder, write } = kept(newRepository({ 'models/schema.merit': schema, [model]: first }))
    expect(page(folder, model)).not.toContain('not committed')
    write({ 'models/schema.merit': schema.replace('SaaS, ', '') })
    expect(page(folder, model)).toContain('not committed')
  })

  it('finds the commit that gave a revision', () => {
    const { folder } = repository
    const [found] = JSON.parse(merited(folder, renamed, '--format', 'json')).versions.slice(-2)
    const only = JSON.parse(merited(folder, renamed, '--format', 'json', '--revision', found.after)).versions
    expect(only).toEqual([found])
    expect(found.subject).toBe('Raise the threshold')
  })

  it('says that a shallow clone lacks commits', () => {
    const clone = kept(emptyFolder())
    clone.git('clone', '-q', '--depth=2', `file://${repository.folder}`, 'copy')
    const said = page(join(clone.folder, 'copy'), renamed)
    expect(said).toContain('the first version in this clone')
    expect(said).toContain('This is a shallow clone')
  })

  it('needs a repository, and a commit', () => {
    const { folder, write, git } = kept(emptyFolder())
    write({ 'model.merit': 'when x add 1\n' })
    expect(page(folder, 'model.merit')).toContain('This folder is in no git repository')
    git('init', '-q', '-b', 'main')
    expect(page(folder, 'model.merit')).toContain('Nothing is committed on this branch')
    git('commit', '-q', '--allow-empty', '-m', 'Nothing')
    expect(page(folder, 'model.merit')).toContain('model.merit is not committed')
  })
})
