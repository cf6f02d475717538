/** The hooks for pre-commit: run as it runs them, on the files that it would give them. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { newRepository, type Scratch } from '../../packages/cli/src/git/scratch.fixture.ts'
import { cleanEnvironment, root, withMerit } from './job.ts'
import { files, withAnError } from './models.ts'

interface Hook {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly entry: string
  readonly args?: readonly string[]
  readonly language: string
  readonly files: string
  readonly pass_filenames?: boolean
}

const hooks: readonly Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const scratches: Scratch[] = []
afterAll(() => {
  for (const scratch of scratches) scratch.remove()
})

function committed(texts: Readonly<Record<string, string>>) {
  const scratch = newRepository(texts)
  scratches.push(scratch)
  return scratch
}

/** Nothing where no file of the commit is one for the hook. */
function runHook(
  id: string,
  { folder, git }: Scratch,
): { readonly exit: number | null; readonly out: string } | undefined {
  const hook = hooks.find(one => one.id === id) as Hook
  const given = git('ls-files')
    .split('\n')
    .filter(path => new RegExp(hook.files).test(path))
  if (given.length === 0) return undefined
  const words = [...hook.entry.split(' '), ...(hook.args ?? []), ...(hook.pass_filenames === false ? [] : given)]
  const [program = '', ...args] = words
  const { status, stdout } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: cleanEnvironment(withMerit()),
  })
  return { exit: status, out: stdout }
}

describe('.pre-commit-hooks.yaml', () => {
  it('names a command that the repository installs', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['merit-check', 'merit-test', 'merit-fmt'])
    for (const { entry, language, name, description } of hooks) {
      expect(Object.keys(manifest.bin)).toContain(entry.split(' ')[0])
      expect({ language, said: name !== '' && description !== '' }).toEqual({ language: 'node', said: true })
    }
  })

  it.each(hooks.map(({ id }) => [id]))('%s lets a sound repository pass', id => {
    expect(runHook(id, committed(files))?.exit).toBe(0)
  })

  it('merit-check fails where a file that was not changed no longer fits', () => {
    const schema = files['models/schema.merit'].replace('employees', 'staff')
    expect(runHook('merit-check', committed({ ...files, 'models/schema.merit': schema }))).toEqual({
      exit: 1,
      out: expect.stringContaining('models/acme.merit:4'),
    })
  })

  it('merit-test fails with a test', () => {
    const wrong = files['models/acme.merit'].replace('employees: 80', 'employees: 8')
    expect(runHook('merit-test', committed({ ...files, 'models/acme.merit': wrong }))?.exit).toBe(1)
  })

  it('merit-fmt writes the files, so that the commit is looked at again', () => {
    const scratch = committed({
      ...files,
      'models/acme.merit': files['models/acme.merit'].replace('add 30', 'add   30'),
    })
    expect(runHook('merit-fmt', scratch)?.exit).toBe(0)
    expect(scratch.git('status', '--short')).toBe('M models/acme.merit')
  })

  it('a mistake in merit.config.json is found, and a commit without models is left alone', () => {
    expect(runHook('merit-check', committed({ ...files, 'merit.config.json': '{ "gate": {} }' }))?.exit).toBe(2)
    expect(runHook('merit-check', committed({ 'README.md': 'x' }))).toBeUndefined()
    expect(runHook('merit-check', committed(withAnError))?.exit).toBe(1)
  })
})
