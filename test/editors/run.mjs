#!/usr/bin/env node
/**
 * `npm run test:editors`: the packed extension in VS Code, and `merit lsp` in Neovim and Emacs. Installs what it needs; what
 * cannot be had here is skipped, with the reason. The last line says `N passed, N failed`.
 *
 * --only NAME       one editor: vscode, neovim or emacs
 * --screenshots     writes the pictures of docs/images anew
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './folder.mjs'
import { installFromDebian, installVscode } from './install.mjs'
import { Report } from './report.mjs'
import { within } from './until.mjs'

const { values } = parseArgs({
  options: { only: { type: 'string' }, screenshots: { type: 'boolean', default: false } },
})
const minutes = 60_000
const neovimThere = () => installFromDebian(['nvim'], ['neovim'])
const emacsThere = () => installFromDebian(['emacs', 'emacsclient'], ['emacs-nox', 'elpa-eglot'])

const editors = {
  vscode: {
    title: 'VS Code',
    there: installVscode,
    run: async report => (await import('./vscode/checks.mjs')).vscode(report, values),
  },
  neovim: {
    title: 'Neovim',
    there: neovimThere,
    run: async report => (await import('./neovim/checks.mjs')).neovim(report),
  },
  emacs: { title: 'Emacs', there: emacsThere, run: async report => (await import('./emacs/checks.mjs')).emacs(report) },
}

/** What `npm test` leaves behind: the editors start the built command. */
function build() {
  const shell = process.platform === 'win32'
  const run = (command, ...args) => spawnSync(command, args, { cwd: root, stdio: 'inherit', shell })
  if (!existsSync(join(root, 'node_modules', 'esbuild')))
    run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error')
  run(process.execPath, join('packages', 'runtime', 'build.mjs'))
  run(process.execPath, join('packages', 'cli', 'build.mjs'))
}

build()
const report = new Report()
if (values.only !== undefined && !editors[values.only])
  throw new Error(`There is no editor ${values.only}; there are ${Object.keys(editors).join(', ')}.`)
const asked = values.only === undefined ? Object.keys(editors) : [values.only]
for (const name of asked) {
  const { title, there, run } = editors[name]
  report.begin(title)
  const reason = await there()
  if (reason !== undefined) report.skip(reason)
  else await report.section(() => within(`all checks in ${title}`, 5 * minutes, run(report)))
}
console.log(`\n${report.line}`)
process.exit(report.failed === 0 ? 0 : 1)
