/** The action for GitHub, in real repositories: on pull requests, and whatever these may meet. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { newRepository, type Scratch } from '../../packages/cli/src/git/scratch.fixture.ts'
import { action, cleanEnvironment, newFolder, programs, root, runAction } from './job.ts'
import { files, fromEmployees, withAnError } from './models.ts'

const scratches: Scratch[] = []
afterAll(() => {
  for (const scratch of scratches) scratch.remove()
})

type Change = (scratch: Scratch) => void

/** A repository with a branch `topic`, of which there is a pull request; `main` goes on meanwhile, if it does. */
function pullRequest(change: Change, meanwhile?: Change): Scratch {
  const scratch = newRepository(files)
  scratches.push(scratch)
  scratch.git('switch', '-q', '-c', 'topic')
  change(scratch)
  scratch.commit('Change the model')
  if (meanwhile) {
    scratch.git('switch', '-q', 'main')
    meanwhile(scratch)
    scratch.commit('Go on')
  }
  return scratch
}

/** What actions/checkout makes of it: the merge of both branches, by default without what was before. */
function checkedOut({ folder, git }: Scratch, depth: readonly string[] = ['--depth=1']): string {
  git('switch', '-q', '-c', 'merged', 'main')
  git('merge', '-q', '--no-ff', '-m', 'Merge topic into main', 'topic')
  git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const clone = join(newFolder(), 'clone')
  execFileSync('git', ['clone', '-q', '-b', 'merged', ...depth, `file://${folder}`, clone])
  return clone
}

const edit =
  (texts: Readonly<Record<string, string>>): Change =>
  ({ write }) =>
    write(texts)

function fileWith(text: string): string {
  const path = join(newFolder(), 'file')
  writeFileSync(path, text)
  return path
}

/** The script of the action, with a command of its own in place of merit. */
function runScript(command: string) {
  const folder = newFolder()
  const env = {
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  }
  const { status } = spawnSync('sh', [join(root, 'packages/cli/ci/github.sh')], {
    cwd: folder,
    env: { ...cleanEnvironment(programs({ merit: command })), ...env, MERIT_PATHS: '.' },
  })
  return { status, comment: readFileSync(join(folder, 'merit/comment.md'), 'utf8') }
}

const inputs = { paths: 'models', leads: 'samples/leads.ndjson', now: '2026-06-01' }

/** In the run of a pull request, in which `sha` was to be checked out. */
function onPullRequest(clone: string, more: Readonly<Record<string, string>> = {}, sha = headOf(clone)) {
  const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', GITHUB_SHA: sha }
  return runAction(clone, { ...inputs, ...more }, { env })
}

const headOf = (clone: string) => execFileSync('git', ['rev-parse', 'HEAD'], { cwd: clone, encoding: 'utf8' }).trim()

describe('action.yml', () => {
  const texts = JSON.stringify(action.runs)

  it('describes its inputs and outputs, and uses all of them', () => {
    expect(action.runs.using).toBe('composite')
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs }))
      expect(description, name).toMatch(/\.$/)
    const used = [...texts.matchAll(/inputs\.([\w-]+)/g)].map(match => match[1])
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort())
  })

  it('runs nothing but its scripts, into which no input is written, and pins what others wrote', () => {
    for (const { run, shell, uses } of action.runs.steps) {
      if (uses === undefined) expect([run, shell]).toEqual([expect.not.stringContaining('${{'), 'bash'])
      else expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
    }
    expect(texts).not.toMatch(/secrets|token/i)
  })
})

describe('on a pull request', () => {
  it('shows what the change does to the leads, in the summary and as a comment, from a shallow clone', () => {
    const clone = checkedOut(pullRequest(edit(fromEmployees(20))))
    const { exit, summary, outputs, report, log } = onPullRequest(clone)
    expect({ exit, said: outputs['exit-code'] }, log).toEqual({ exit: 0, said: '0' })
    const comment = report('comment.md')
    for (const page of [comment, summary]) {
      expect(page).toContain('1 lead becomes MQL')
      expect(page).toContain('employees \\>= 20')
      expect(page).toMatch(/## merit check\n\nNo findings/)
      expect(page).toMatch(/## merit test\n\n2 tests passed/)
    }
    expect(comment.indexOf('becomes MQL')).toBeLessThan(comment.indexOf('## merit check'))
    expect(JSON.parse(report('diff-1.json')).models[0].impact.stages[0].entering).toEqual(['ben'])
    expect(JSON.parse(report('merit.sarif')).version).toBe('2.1.0')
    expect(report('lcov.info')).toContain('SF:models/acme.merit')
    expect(report('junit.xml')).toContain('<testsuites')
  })

  it('fails where a gate of merit.config.json is exceeded, or one of the workflow', () => {
    const clone = checkedOut(pullRequest(edit(fromEmployees(10))))
    const configured = onPullRequest(clone)
    expect(configured.exit).toBe(1)
    expect(configured.log).toMatch(/^::error file=.*title=gate-exceeded::2 leads of .* enter MQL/m)
    expect(configured.report('comment.md')).toMatch(/`--max-entering`: 2 leads of .* enter MQL/)
    expect(onPullRequest(clone, { gates: '--max-entering 75%\n--max-leaving=5' }).exit).toBe(0)
    expect(onPullRequest(clone, { gates: '--require-equivalent' }).log).toContain('not proved that all leads')
  })

  it('runs every command where the first fails, and says that nothing was compared', () => {
    const { exit, log, report } = onPullRequest(checkedOut(pullRequest(edit(withAnError))))
    expect(exit).toBe(1)
    expect(log).toMatch(/^::error file=models\/acme\.merit,line=3,.*title=unknown-name::/m)
    expect(log.match(/^::group::merit \w+/gm)).toEqual([
      '::group::merit check',
      '::group::merit test',
      '::group::merit diff',
    ])
    expect(report('comment.md')).toContain('**Not compared:**')
  })

  it('compares nothing silently where the base is broken, and mends it', () => {
    const scratch = newRepository({ ...files, ...withAnError })
    scratches.push(scratch)
    scratch.git('switch', '-q', '-c', 'topic')
    scratch.write(fromEmployees(50))
    scratch.commit('Mend the model')
    const { exit, report } = onPullRequest(checkedOut(scratch))
    expect(exit).toBe(1)
    expect(report('comment.md')).toContain('**Not compared:**')
    expect(report('comment.md')).toMatch(/## merit check\n\nNo findings/)
  })

  it('sees a model that was renamed and changed as one', () => {
    const rename: Change = ({ git, write }) => {
      git('mv', 'models/acme.merit', 'models/acme-eu.merit')
      write({ 'models/acme-eu.merit': fromEmployees(20)['models/acme.merit'] })
    }
    const { exit, report, log } = onPullRequest(checkedOut(pullRequest(rename)))
    expect(exit, log).toBe(0)
    const { models } = JSON.parse(report('diff-1.json'))
    expect(models.map(({ name, kind }: { name: string; kind: string }) => ({ name, kind }))).toEqual([
      { name: 'acme-eu.merit', kind: 'compared' },
    ])
  })

  it('tells of models that changed, and only counts the others', () => {
    const twice = { 'models/other.merit': files['models/acme.merit'] }
    const { report } = onPullRequest(checkedOut(pullRequest(edit(fromEmployees(20)), edit(twice))))
    expect(report('comment.md').match(/^## .*\.merit$/gm)).toEqual(['## acme.merit'])
    expect(report('comment.md')).toContain('_1 model changed, 1 model unchanged in meaning._')
  })

  it('says of models that are new, and of those that were removed', () => {
    const other = 'when employees > 5 add 1\n\ntest "x" {\n  lead { employees: 6 }\n  expect total = 1\n}\n'
    const replace: Change = ({ git, write }) => {
      git('rm', '-q', '-r', 'models')
      write({ 'models/other.merit': other })
    }
    const { report } = onPullRequest(checkedOut(pullRequest(replace)), { leads: '', now: '' })
    expect(report('comment.md')).toContain('A new model')
    expect(report('comment.md')).toContain('The model was removed')
  })

  it('says that the one model was removed that the workflow names', () => {
    const remove: Change = ({ git }) => git('rm', '-q', 'models/acme.merit')
    const { exit, report } = onPullRequest(checkedOut(pullRequest(remove)), { paths: 'models/acme.merit' })
    expect(exit).toBe(2)
    expect(report('comment.md')).toContain('The model was removed')
    expect(report('comment.md')).toContain('## merit check\n\nThis ended with exit code 2')
  })

  it('scores leads with the events of another file, and says which values do not fit', () => {
    const events = { 'models/acme.merit': `${files['models/acme.merit']}\non download add 20\n` }
    const rows = {
      'samples/leads.csv': 'id,industry,employees\nann,SaaS,20\nben,SaaS,many\n',
      'samples/events.ndjson': '{"lead":"ann","type":"download","at":"2026-05-01T00:00:00Z"}\n',
    }
    const clone = checkedOut(pullRequest(edit({ ...events, ...rows })))
    const { report, log, summary } = onPullRequest(clone, {
      leads: 'samples/leads.csv',
      events: 'samples/events.ndjson',
    })
    expect(JSON.parse(report('diff-1.json')).models[0].impact.stages[0].entering, log).toEqual(['ann'])
    for (const page of [report('comment.md'), summary]) expect(page).toContain('    1 lead with issues')
  })

  it('says in the comment that the leads have other columns than the model reads', () => {
    const rows = { 'samples/leads.csv': 'id,Branche\nann,SaaS\n' }
    const { report, log } = onPullRequest(checkedOut(pullRequest(edit({ ...fromEmployees(20), ...rows }))), {
      leads: 'samples/leads.csv',
    })
    expect(report('comment.md')).toContain('    samples/leads.csv: there are no columns `industry`, `employees`')
    expect(log).toMatch(/^::warning title=merit diff::samples\/leads\.csv: there are no columns/m)
  })

  it('leaves out what the base did meanwhile, in a clone that knows where the branch left it', () => {
    const scratch = pullRequest(edit(fromEmployees(20)), edit({ 'models/other.merit': 'when a > 1 add 1\n' }))
    const clone = join(newFolder(), 'clone')
    execFileSync('git', ['clone', '-q', '-b', 'topic', `file://${scratch.folder}`, clone])
    const { report } = onPullRequest(clone, {}, scratch.git('rev-parse', 'main'))
    expect(JSON.parse(report('diff-1.json')).models).toHaveLength(1)
    expect(execFileSync('git', ['rev-parse', '--is-shallow-repository'], { cwd: clone, encoding: 'utf8' })).toBe(
      'false\n',
    )
  })

  it('leaves out what the base did since, when the run is repeated', () => {
    const scratch = pullRequest(edit(fromEmployees(20)))
    const clone = checkedOut(scratch)
    scratch.git('switch', '-q', 'main')
    scratch.write({ 'models/other.merit': 'when a > 1 add 1\n' })
    scratch.commit('Go on')
    expect(JSON.parse(onPullRequest(clone).report('diff-1.json')).models).toHaveLength(1)
  })

  it('compares in a merge queue with what comes before', () => {
    const scratch = pullRequest(edit(fromEmployees(20)))
    const before = { 'github.event.merge_group.base_sha': scratch.git('rev-parse', 'main') }
    const { report } = runAction(checkedOut(scratch), inputs, { github: before })
    expect(report('comment.md')).toContain('1 lead becomes MQL')
  })

  it('leaves the base and the command to the steps that follow', () => {
    const scratch = pullRequest(edit(fromEmployees(20)))
    const clone = checkedOut(scratch)
    const { base } = onPullRequest(clone).outputs
    expect(base).toBe(scratch.git('rev-parse', 'main'))
    expect(execFileSync('git', ['cat-file', '-t', base ?? ''], { cwd: clone, encoding: 'utf8' })).toBe('commit\n')
  })

  it('says how to get a base that cannot be fetched', () => {
    const clone = checkedOut(pullRequest(edit(fromEmployees(20))))
    const { exit, report, summary, log } = onPullRequest(clone, { base: 'gone' })
    expect(exit).toBe(2)
    expect(log).toMatch(/^::error title=merit diff::gone is neither/m)
    for (const page of [report('comment.md'), summary]) {
      expect(page).toContain('This ended with exit code 2')
      expect(page).toContain('gone is neither a file nor a folder nor a revision')
      expect(page).toContain('git fetch --depth=1 origin gone')
    }
  })
})

describe('merit', () => {
  /** What npm is asked to do by the step that installs, and what it puts on the path. */
  function installed(version: string) {
    const folder = newFolder()
    const [path, calls] = [join(folder, 'path'), join(folder, 'calls')]
    for (const file of [path, calls]) writeFileSync(file, '')
    const { status } = spawnSync('sh', [join(root, 'packages/cli/ci/install.sh')], {
      env: {
        ...cleanEnvironment(programs({ npm: `echo "$@" >> ${calls}` })),
        ...{ MERIT_VERSION: version, RUNNER_TEMP: folder, GITHUB_PATH: path },
      },
    })
    return { status, npm: readFileSync(calls, 'utf8'), path: readFileSync(path, 'utf8').trim() }
  }

  it('is that of npm where a version is named, else what the action is made of', () => {
    expect(installed('0.1.0')).toEqual({
      status: 0,
      npm: expect.stringMatching(/^install .*@merit-lang\/cli@0\.1\.0$/m),
      path: '',
    })
    const { status, npm, path } = installed('')
    expect({ status, npm }).toEqual({ status: 0, npm: '' })
    expect(spawnSync(join(path, 'merit'), ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('elsewhere', () => {
  it('checks and tests where there is nothing to compare with', () => {
    const { exit, log, report } = runAction(pullRequest(edit({})).folder, { paths: 'models' })
    expect(exit, log).toBe(0)
    expect(log).not.toContain('merit diff')
    expect(report('comment.md')).toMatch(/^<!-- merit -->\n## merit check/)
  })

  it('goes by the coverage of the workflow before that of merit.config.json', () => {
    const { folder } = pullRequest(edit({}))
    expect(runAction(folder, { coverage: '100' }).exit).toBe(1)
    expect(runAction(folder, { coverage: '1' }).exit).toBe(0)
  })

  it('tries mutants where it is asked to', () => {
    const { folder } = pullRequest(edit({}))
    const { exit, report } = runAction(folder, { mutation: '100' })
    expect(exit).toBe(1)
    expect(report('comment.md')).toContain('Mutation: 6')
    expect(runAction(folder, {}).report('comment.md')).not.toContain('Mutation: 6')
  })

  it('begins in the folder that it is told, with paths of findings from the top', () => {
    const { folder } = pullRequest(edit(withAnError))
    const { exit, log } = runAction(folder, { 'working-directory': 'models' })
    expect(exit).toBe(1)
    expect(log).toContain('::error file=models/acme.merit,')
  })

  it('has a comment that is short enough, whatever the commands have to say', () => {
    const page = `## A page\n\n<details><summary>Ids</summary>\n\n${'Ümläut, '.repeat(20)}\n\n</details>\n\n- x\n  <details><summary>y</summary>\n\n  z\n\n  </details>\n`
    const { comment } = runScript(
      `for a; do case $a in markdown=*) cat > "\${a#*=}" < "${fileWith(page.repeat(400))}";; esac; done`,
    )
    expect(comment.length).toBeLessThan(65_536)
    expect(comment).toMatch(/^<!-- merit -->\n## A page\n.*\n… The rest is in the summary of the job\.\n$/s)
    expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length)
  })

  it.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [70, 70],
  ])('ends as the command that went worst: %i', (worst, expected) => {
    const { status, comment } = runScript(`echo "oh $1" >&2; [ "$1" = check ] && exit ${worst}; exit 0`)
    expect(status).toBe(expected)
    expect(comment).toContain(`## merit check\n\nThis ended with exit code ${worst}:\n\n    oh check\n`)
    expect(comment).toContain('## merit test\n\nThis ended with exit code 0:\n\n    oh test\n')
  })

  it('takes inputs for data', () => {
    const { folder } = pullRequest(edit({ 'a b*/$(touch x).merit': 'when a > 1 add 1\n' }))
    const { report } = runAction(folder, { paths: 'a b*/$(touch x).merit', base: '--output=x; touch y' })
    expect(JSON.parse(report('check.json')).files).toEqual(['a b*/$(touch x).merit'])
    expect(execFileSync('ls', { cwd: folder, encoding: 'utf8' })).not.toMatch(/^[xy]$/m)
  })
})
