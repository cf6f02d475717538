/** The shell of the pages: it knows `merit`, and `node` with the runtime installed, both as `npm run build` made them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Shell } from './execute.ts'

const command = resolve('packages/cli/dist/merit.mjs')
const runtime = resolve('packages/runtime')

/** Words, or texts in double quotes. */
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '')

/** What the command prints, to either stream. A failure of Merit itself, or of an app, is thrown. */
export const shell: Shell = (line, folder) => {
  const [name = '', ...args] = wordsOf(line)
  const start = programs[name]
  if (!start) throw new Error(`The pages may run only ${Object.keys(programs).join(' and ')}, not: ${line}`)
  const env = { ...process.env, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [...start.script(folder), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  if (status === null || status >= start.fails) throw new Error(`${line} ended with ${status}:\n${stdout}${stderr}`)
  return `${stdout}${stderr}`
}

interface Start {
  /** What Node runs before the arguments. */
  readonly script: (folder: string) => readonly string[]
  /** The first exit code that no page may show. */
  readonly fails: number
}

const programs: Readonly<Record<string, Start>> = {
  merit: { script: () => [built(command)], fails: 70 },
  node: { script: folder => installRuntime(folder), fails: 1 },
}

function installRuntime(folder: string): readonly string[] {
  built(join(runtime, 'dist', 'index.js'))
  const scope = join(folder, 'node_modules', '@merit-lang')
  mkdirSync(scope, { recursive: true })
  if (!existsSync(join(scope, 'runtime'))) symlinkSync(runtime, join(scope, 'runtime'), 'junction')
  return []
}

function built(file: string): string {
  if (!existsSync(file)) throw new Error(`${file} is not built: npm run build`)
  return file
}
