/** The template for GitLab: the scripts of its jobs, run in clones as a runner makes them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { newRepository, type Scratch } from '../../packages/cli/src/git/scratch.fixture.ts'
import { cleanEnvironment, newFolder, root, withMerit } from './job.ts'
import { files, fromEmployees, withAnError } from './models.ts'

interface Job {
  readonly script: readonly string[]
  readonly coverage?: string
  readonly artifacts: { readonly paths?: readonly string[]; readonly reports?: Readonly<Record<string, unknown>> }
}

const template: Readonly<Record<string, unknown>> = parse(
  readFileSync(join(root, 'docs/ci/merit.gitlab-ci.yml'), 'utf8'),
)
const jobs = Object.keys(template).filter(name => name !== 'variables' && !name.startsWith('.'))
const jobOf = (name: string) => template[name] as Job

const scratches: Scratch[] = []
afterAll(() => {
  for (const scratch of scratches) scratch.remove()
})

/** A merge request of such a change, in the clone that a runner makes: of the last commit alone. */
function mergeRequest(change: Readonly<Record<string, string>>, before: Readonly<Record<string, string>> = {}) {
  const { folder, git, write, commit } = scratch({ ...files, ...before })
  git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const base = git('rev-parse', 'HEAD')
  write(change)
  commit('Change')
  const clone = join(newFolder(), 'clone')
  execFileSync('git', ['clone', '-q', '--depth=1', `file://${folder}`, clone])
  return { clone, base }
}

function scratch(texts: Readonly<Record<string, string>>): Scratch {
  const made = newRepository(texts)
  scratches.push(made)
  return made
}

function runJob(
  name: string,
  { clone, base }: ReturnType<typeof mergeRequest>,
  variables: Readonly<Record<string, string>> = {},
) {
  const env = {
    ...cleanEnvironment(withMerit()),
    ...(template.variables as Readonly<Record<string, string>>),
    ...{ CI_MERGE_REQUEST_DIFF_BASE_SHA: base, ...variables },
  }
  const script = ['set -eo pipefail', ...jobOf(name).script].join('\n')
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: clone, encoding: 'utf8', env })
  const read = (path: string) => readFileSync(join(clone, path), 'utf8')
  return { exit: status, log: stdout + stderr, read, has: (path: string) => existsSync(join(clone, path)) }
}

/** Every path among the artifacts of a job. */
function artifactsOf({ artifacts: { paths = [], reports = {} } }: Job): readonly string[] {
  const files = Object.values(reports).map(one => (typeof one === 'string' ? one : (one as { path: string }).path))
  return [...paths, ...files]
}

describe('docs/ci/merit.gitlab-ci.yml', () => {
  it('installs the version of this repository', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'))
    expect(template.variables).toMatchObject({ MERIT_PACKAGE: `@merit-lang/cli@${version}` })
  })

  it.each(jobs)('%s writes its artifacts, whether all is well or not', name => {
    const leads = { MERIT_LEADS: 'samples/leads.ndjson', MERIT_NOW: '2026-06-01' }
    const good = runJob(name, mergeRequest(fromEmployees(20)), leads)
    expect(good.exit, good.log).toBe(0)
    const bad = runJob(name, mergeRequest(withAnError), leads)
    expect(bad.exit, bad.log).toBe(1)
    for (const path of artifactsOf(jobOf(name))) expect([good.has(path), bad.has(path)], path).toEqual([true, true])
  })

  it('shows findings, tests and coverage as GitLab reads them', () => {
    const request = mergeRequest(withAnError)
    const [issue] = JSON.parse(runJob('merit check', request).read('gl-code-quality-report.json'))
    expect(issue).toMatchObject({ check_name: 'unknown-name', location: { path: 'models/acme.merit' } })
    const tested = runJob('merit test', mergeRequest({}))
    expect(tested.read('merit-tests.xml')).toContain('<testsuites')
    expect(tested.read('coverage/merit.xml')).toContain('models/acme.merit')
  })

  it('finds the coverage in the log of one file and of several', () => {
    const pattern = new RegExp((jobOf('merit test').coverage ?? '').slice(1, -1), 'gm')
    const last = (log: string) => [...log.matchAll(pattern)].at(-1)?.[1]
    expect(Number(last(runJob('merit test', mergeRequest({})).log))).toBeGreaterThan(50)
    const two = mergeRequest({ 'models/other.merit': 'when employees > 5 add 1\n' })
    const log = runJob('merit test', two).log
    expect(log).toMatch(/^all files /m)
    expect(log.match(/^all files +([\d.]+)%/m)?.[1]).toBe(last(log))
  })

  it('compares with where the branch began, by the gates of merit.config.json', () => {
    const leads = { MERIT_LEADS: 'samples/leads.ndjson' }
    const fine = runJob('merit diff', mergeRequest(fromEmployees(20)), leads)
    expect(fine.exit, fine.log).toBe(0)
    expect(fine.read('merit-diff.md')).toContain('1 lead becomes MQL')
    const far = runJob('merit diff', mergeRequest(fromEmployees(10)), leads)
    expect([far.exit, JSON.parse(far.read('merit-diff.json')).exceeded]).toMatchObject([1, [{ gate: 'max-entering' }]])
  })

  it('says what was not compared, and compares the models alone without leads', () => {
    const broken = runJob('merit diff', mergeRequest(fromEmployees(50), withAnError))
    expect([broken.exit, broken.read('merit-diff.md')]).toEqual([1, expect.stringContaining('Not compared')])
    expect(runJob('merit diff', mergeRequest(fromEmployees(20))).read('merit-diff.md')).toContain('What changed')
  })
})
