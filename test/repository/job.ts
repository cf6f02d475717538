/** Jobs of GitHub Actions, as far as the action needs one: its steps run by the shell they name, inputs and context put in. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll } from 'vitest'
import { parse } from 'yaml'

export const root = join(import.meta.dirname, '../..')

export interface Step {
  readonly id?: string
  readonly uses?: string
  readonly shell?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
  readonly 'working-directory'?: string
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

export const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'merit-job-'))
  folders.push(folder)
  return folder
}

/** A folder with programs of these names, each of a line of shell, to be put on the path. */
export function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = newFolder()
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

export const merit = join(root, 'packages/cli/dist/merit.mjs')

/** On its path the command is called `merit`. */
export const withMerit = () => programs({ merit: `exec "${process.execPath}" "${merit}" "$@"` })

/** No settings of the machine or of whatever runs the tests. */
export function cleanEnvironment(path?: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|RUNNER_|CI|FORCE_COLOR|GIT_)/.test(name))
  return {
    ...Object.fromEntries(inherited),
    ...{ NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    ...(path === undefined ? {} : { PATH: [path, process.env.PATH].join(delimiter) }),
  }
}

// ---------------------------------------------------------------- expressions

/** `github.base_ref`, `inputs.leads`; absent is empty, as on GitHub. */
export type Context = Readonly<Record<string, string>>

/** `${{ a || b }}`: all that the action uses of expressions. */
export function evaluated(text: string, context: Context): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const values = expression.split('||').map(name => context[name.trim()] ?? '')
    return values.find(value => value !== '') ?? ''
  })
}

// ---------------------------------------------------------------- jobs

export interface JobEnded {
  readonly exit: number
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** A report by its name; empty where there is none. */
  readonly report: (name: string) => string
}

/** What the job runs for: in the environment of its steps, and by the names that expressions have for it. */
export interface Event {
  readonly env?: Readonly<Record<string, string>>
  readonly github?: Context
}

export function runAction(folder: string, inputs: Readonly<Record<string, string>>, event: Event = {}): JobEnded {
  const temporary = newFolder()
  const file = (name: string) => join(temporary, name)
  for (const name of ['summary', 'output', 'path']) writeFileSync(file(name), '')
  mkdirSync(file('runner'))
  const context = { ...contextOf(inputs), ...event.github }
  const log: string[] = []
  let exit = 0
  for (const step of action.runs.steps) {
    if (step.run === undefined || exit !== 0) continue
    const values = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluated(value, context)])
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
      cwd: join(folder, evaluated(step['working-directory'] ?? '.', context)),
      encoding: 'utf8',
      env: {
        ...cleanEnvironment(readFileSync(file('path'), 'utf8').trim()),
        ...{ GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: root, RUNNER_TEMP: file('runner') },
        ...{ GITHUB_STEP_SUMMARY: file('summary'), GITHUB_OUTPUT: file('output'), GITHUB_PATH: file('path') },
        ...event.env,
        ...Object.fromEntries(values),
      },
    })
    exit = status ?? -1
    log.push(stdout, stderr)
  }
  return {
    exit,
    log: log.join(''),
    summary: readFileSync(file('summary'), 'utf8'),
    outputs: outputsOf(readFileSync(file('output'), 'utf8')),
    report: name => read(join(temporary, 'runner', 'merit', name)),
  }
}

function contextOf(inputs: Readonly<Record<string, string>>): Context {
  const values = Object.entries(action.inputs)
  return Object.fromEntries(values.map(([name, { default: value = '' }]) => [`inputs.${name}`, inputs[name] ?? value]))
}

/** As the action hands on what its step `merit` wrote. */
function outputsOf(written: string): Readonly<Record<string, string>> {
  const lines = [...written.matchAll(/^([\w-]+)=(.*)$/gm)]
  const context = Object.fromEntries(lines.map(([, name, value = '']) => [`steps.merit.outputs.${name}`, value]))
  return Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, evaluated(value, context)]),
  )
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
