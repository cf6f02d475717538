/** The shell of the pages: it knows one command, `merit`, as `npm run build` made it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Shell } from './execute.ts'

const command = resolve('packages/cli/dist/merit.mjs')

/** Words, or texts in double quotes. */
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '')

/** What the command prints, to either stream. A failure of Merit itself is thrown. */
export const shell: Shell = (line, folder) => {
  const [name, ...args] = wordsOf(line)
  if (name !== 'merit') throw new Error(`The pages may run only merit, not: ${line}`)
  if (!existsSync(command)) throw new Error('The command is not built: npm run build')
  const env = { ...process.env, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  if (status === null || status >= 70) throw new Error(`${line} ended with ${status}:\n${stdout}${stderr}`)
  return `${stdout}${stderr}`
}
