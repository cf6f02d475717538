/** The runtime as npm would publish it, unpacked into the `node_modules` of an empty folder. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')
const runtime = join(root, 'packages', 'runtime')

export interface App {
  readonly folder: string
  /** Where the package lies in it. */
  readonly package: string
  /** Its entry points (`.`, `./batch`) and the file of each, relative to the package. */
  readonly entries: Readonly<Record<string, string>>
}

/** An app that has nothing but the runtime and the scripts beside this file. */
export function installRuntime(): App {
  const folder = mkdtempSync(join(tmpdir(), 'merit-app-'))
  const installed = join(folder, 'node_modules', '@merit-lang', 'runtime')
  if (!existsSync(join(runtime, 'dist')))
    execFileSync(process.execPath, [join(runtime, 'build.mjs')], { stdio: 'inherit' })
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', packInto(folder), '-C', installed, '--strip-components=1'])
  for (const script of ['app.mjs', 'main.mjs', 'page.mjs', 'page-worker.mjs', 'thread.mjs'])
    cpSync(join(import.meta.dirname, script), join(folder, script))
  return { folder, package: installed, entries: entriesOf(installed) }
}

/** The path of the tarball. */
function packInto(folder: string): string {
  const printed = execFileSync('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], {
    cwd: runtime,
    encoding: 'utf8',
  })
  return join(folder, JSON.parse(printed)[0].filename)
}

function entriesOf(installed: string): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  return Object.fromEntries(Object.keys(exports).map(entry => [entry, exports[entry].default]))
}
