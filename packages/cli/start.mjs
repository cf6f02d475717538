#!/usr/bin/env node
/** `npm start`, also on a fresh clone: installs, builds, and shows the main job on an example, each command as it is typed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const merit = join('packages', 'cli', 'dist', 'merit.mjs')
const example = 'examples/02-saas-inbound'
const asOf = ['--now', '2026-06-01']

const tour = [
  ['check', example],
  ['test', example],
  ['score', `${example}/model.merit`, `${example}/leads.json`, ...asOf],
  ['explain', `${example}/model.merit`, `${example}/leads.json`, '--lead', 'L-1001', ...asOf],
]

function run(command, args) {
  const shell = process.platform === 'win32' && command === 'npm'
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell })
  if (status !== 0) process.exit(status ?? 1)
}

function show(args) {
  console.log(`\n$ merit ${args.join(' ')}`)
  run(process.execPath, [merit, ...args])
}

if (!existsSync(join(root, 'node_modules', 'esbuild')))
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
run(process.execPath, [join('packages', 'cli', 'build.mjs')])
for (const args of tour) show(args)
console.log(`\nYour turn:\n  node ${merit} init my-model --from leads.csv\n  node ${merit} --help`)
