/**
 * Builds the command where this repository itself is installed, by npm or pre-commit, from git: npm runs this as `prepare`. Of a
 * global installation npm gives what is built nothing to build with.
 */
import { execFileSync, execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')

if (!existsSync(join(root, 'node_modules', 'esbuild')))
  execSync('npm ci --no-global --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: root })
execFileSync(process.execPath, [join(here, 'build.mjs')], { stdio: 'inherit' })
