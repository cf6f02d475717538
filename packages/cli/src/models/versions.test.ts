import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptyFolder, newRepository, type Scratch } from '../git/scratch.fixture.ts'
import { openPairs } from './versions.ts'

const home = process.cwd()
const made: Scratch[] = []

/** With the working folder in it. */
function inside(scratch: Scratch, folder = '.'): Scratch {
  made.push(scratch)
  mkdirSync(join(scratch.folder, folder), { recursive: true })
  process.chdir(join(scratch.folder, folder))
  return scratch
}

afterEach(() => {
  process.chdir(home)
  for (const scratch of made.splice(0)) scratch.remove()
})

const said = (base: string, head: string) =>
  openPairs(base, head).map(({ name, before, after }) => `${name}: ${before?.label ?? '–'} → ${after?.label ?? '–'}`)

const schema = 'lead { customer: boolean  size: integer 0.. }\n'
const model = (points: number) =>
  `import "./schema.merit"\nwhen customer add ${points}\nwhen size > 9 add 1\nqualify at 5\n`
const files = { 'models/acme.merit': model(5), 'models/schema.merit': schema }

describe('what is written', () => {
  it.each<[string, string, string]>([
    ['main:models/acme.merit', 'models/acme.merit', 'acme: main:models/acme.merit → models/acme.merit'],
    ['main', 'models/acme.merit', 'acme: main:models/acme.merit → models/acme.merit'],
    ['HEAD~1', './models/acme.merit', 'acme: HEAD~1:models/acme.merit → models/acme.merit'],
    ['main:./models/acme.merit', 'models/acme.merit', 'acme: main:models/acme.merit → models/acme.merit'],
    ['HEAD~1:models', 'models', 'acme: HEAD~1:models/acme.merit → models/acme.merit'],
    ['HEAD~1:models/', './models/', 'acme: HEAD~1:models/acme.merit → models/acme.merit'],
    ['HEAD~1', 'main', 'acme: HEAD~1:models/acme.merit → main:models/acme.merit'],
    ['HEAD~1:', '.', 'acme: HEAD~1:models/acme.merit → models/acme.merit'],
    ['v1', 'models', 'acme: v1:models/acme.merit → models/acme.merit'],
    ['models/acme.merit', 'main', 'acme: models/acme.merit → main:models/acme.merit'],
  ])('%s and %s', (base, head, expected) => {
    const { write, commit, git } = inside(newRepository(files))
    git('tag', 'v1')
    write({ 'models/acme.merit': model(6) })
    commit('More')
    expect(
      said(base, head).map(line => line.replace(/^\S+?(acme).merit:/, '$1:').replace(/^acme.merit:/, 'acme:')),
    ).toEqual([expected])
  })

  it('from a folder below the top', () => {
    inside(newRepository(files), 'models')
    expect(said('main', 'acme.merit')).toEqual(['acme.merit: main:models/acme.merit → acme.merit'])
    expect(said('main:./acme.merit', 'acme.merit')).toEqual(['acme.merit: main:models/acme.merit → acme.merit'])
    expect(said('main', 'HEAD')).toEqual(['acme.merit: main:models/acme.merit → HEAD:models/acme.merit'])
    expect(() => said('main:acme.merit', 'acme.merit')).toThrow('paths in revisions begin at the top of the repository')
  })

  it('what exists is no revision', () => {
    const { write } = inside(newRepository(files))
    write({ 'main/acme.merit': model(7), 'main/schema.merit': schema })
    expect(said('main', 'models')).toEqual(['acme.merit: main/acme.merit → models/acme.merit'])
  })

  it('reads each side with its own imports', async () => {
    const { write, git } = inside(newRepository(files))
    git('checkout', '-q', '-b', 'branch')
    write({
      'models/schema.merit': schema.replace('size', 'weight'),
      'models/acme.merit': model(6).replace('size', 'weight'),
    })
    const [pair] = openPairs('main', 'models/acme.merit')
    const [before, after] = [await pair?.before?.load(), await pair?.after?.load()]
    expect(before?.program.attributes.map(({ name }) => name)).toEqual(['customer', 'size'])
    expect(before?.files).toEqual(['models/acme.merit', 'models/schema.merit'])
    expect(after?.program.attributes.map(({ name }) => name)).toEqual(['customer', 'weight'])
  })

  it('names with spaces and other letters, and lines that end otherwise', async () => {
    const name = 'models/Käufer und é.merit'
    const { write } = inside(
      newRepository({ [name]: model(5).replace('./schema', '../shared/schéma'), 'shared/schéma.merit': schema }),
    )
    write({ [name]: model(5).replace('./schema', '../shared/schéma').replaceAll('\n', '\r\n') })
    expect(said('HEAD', name)).toEqual([`${name}: HEAD:${name} → ${name}`])
    expect(said('HEAD', '.')).toEqual([`${name}: HEAD:${name} → ${name}`])
    const [pair] = openPairs('HEAD', name)
    const [before, after] = [await pair?.before?.load(), await pair?.after?.load()]
    expect(before?.program.revision).toBe(after?.program.revision)
  })
})

describe('models that are only on one side', () => {
  it('are new, removed, or renamed', () => {
    const { write, folder, commit } = inside(newRepository({ ...files, 'models/old.merit': 'when x add 1\n' }))
    rmSync(join(folder, 'models/old.merit'))
    renameSync(join(folder, 'models/acme.merit'), join(folder, 'models/inbound.merit'))
    write({ 'models/new.merit': 'when completely_different = 7 subtract 9\nqualify Other at 3\n' })
    commit('Renamed')
    const expected = [
      'inbound.merit: HEAD~1:models/acme.merit → models/inbound.merit',
      'new.merit: – → models/new.merit',
      'old.merit: HEAD~1:models/old.merit → –',
    ]
    expect(said('HEAD~1:models', 'models')).toEqual(expected)
    expect(said('HEAD~1:models', 'HEAD:models')).toEqual(
      expected.map(line => line.replace('→ models', '→ HEAD:models')),
    )
    expect(said('HEAD~1', 'models/inbound.merit')).toEqual([
      'models/inbound.merit: HEAD~1:models/acme.merit → models/inbound.merit',
    ])
    expect(said('HEAD~1', 'models/new.merit')).toEqual(['models/new.merit: – → models/new.merit'])
    expect(said('HEAD~1:models/old.merit', 'models/old.merit')).toEqual([
      'models/old.merit: HEAD~1:models/old.merit → –',
    ])
    expect(said('HEAD~1:models/acme.merit', 'models/acme.merit')).toEqual([
      'models/inbound.merit: HEAD~1:models/acme.merit → models/inbound.merit',
    ])
    expect(() => said('HEAD~1', 'models/never.merit')).toThrow('There is neither')
    expect(openPairs('HEAD:typo.merit', 'models/new.merit')).toMatchObject([{ missing: 'HEAD:typo.merit' }])
    expect(openPairs('HEAD~1', 'models/new.merit')).toMatchObject([{ missing: 'HEAD~1:models/new.merit' }])
    expect(openPairs('HEAD', 'models/new.merit')[0]).not.toHaveProperty('missing')
  })

  it('declarations and tests alone are no models', () => {
    const tests = 'import "./acme.merit"\ntest "t" { expect total = 0 }\n'
    inside(newRepository({ ...files, 'models/acme.tests.merit': tests }))
    expect(said('main', 'models')).toEqual(['acme.merit: main:models/acme.merit → models/acme.merit'])
  })
})

const advice = (text: string) => expect.objectContaining({ hint: expect.stringContaining(text) })

describe('what cannot be read', () => {
  it('revisions that are not there', () => {
    inside(newRepository(files))
    expect(() => said('nowhere:models', 'models')).toThrow('There is no revision nowhere')
    expect(() => said('nowhere', 'models')).toThrow('nowhere is neither a file nor a folder nor a revision.')
    expect(() => said('--help:models', 'models')).toThrow('There is no revision --help')
    expect(() => said('C:\\models\\acme.merit', 'models/acme.merit')).not.toThrow('revision')
  })

  it('shallow clones, without what they lack', () => {
    const { git, folder, commit, write } = inside(newRepository(files))
    git('branch', 'base')
    write({ 'models/acme.merit': model(8) })
    commit('More')
    const clone = emptyFolder()
    clone.git('clone', '-q', '--depth=1', '--branch=main', `file://${folder}`, 'copy')
    inside(clone, 'copy')
    for (const base of ['base:models', 'base']) expect(() => said(base, 'models')).toThrow(advice('fetch-depth: 0'))
    expect(() => said('base', 'models')).toThrow(advice('git fetch --depth=1 origin base:base,'))
    expect(() => said('origin/base', 'models')).toThrow(
      advice('git fetch --depth=1 origin base:refs/remotes/origin/base,'),
    )
    expect(() => said('HEAD~1', 'models')).toThrow(advice('Fetch them with git fetch --unshallow.'))
    clone.git('-C', 'copy', 'fetch', '-q', '--depth=1', 'origin', 'base:refs/remotes/origin/base')
    expect(said('origin/base', 'models')).toEqual(['acme.merit: origin/base:models/acme.merit → models/acme.merit'])
  })

  it('what is written otherwise', () => {
    inside(newRepository(files))
    expect(() => said('main..HEAD', 'models')).toThrow(advice('A range is written as its two sides: main HEAD'))
    expect(() => said('mian', 'models')).toThrow(advice('git branch --all lists the branches there are.'))
  })

  it('branches that are only in the origin', () => {
    const { git, folder } = inside(newRepository(files))
    git('branch', 'base')
    const clone = emptyFolder()
    clone.git('clone', '-q', `file://${folder}`, 'copy')
    inside(clone, 'copy')
    expect(() => said('base:models', 'models')).toThrow(advice('There is origin/base: name that.'))
  })

  it('outside any repository', () => {
    inside(emptyFolder()).write(files)
    expect(() => said('main:models', 'models')).toThrow('This folder is in no git repository')
    expect(() => said('main', 'models')).toThrow(advice('This folder is in no git repository'))
  })

  it('a text with errors, which is said', async () => {
    const { write } = inside(newRepository({ ...files, 'models/acme.merit': 'when add\n' }))
    write(files)
    const [pair] = openPairs('main', 'models/acme.merit')
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await expect(pair?.before?.load()).rejects.toThrow('main:models/acme.merit has 1 error.')
    expect(String(printed.mock.calls)).toContain('main:models/acme.merit:1:')
    printed.mockRestore()
  })
})
