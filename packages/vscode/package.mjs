#!/usr/bin/env node
/**
 * `npm run package`: builds the extension and packs it as `merit-<version>.vsix` at the root of the repository, or where the
 * first argument says. Whatever `package.json` names must be in it.
 */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildExtension } from './build.mjs'
import { filesNamedIn } from './named.mjs'
import { namesInZip } from './zip.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const manifest = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'))
const target = resolve(process.argv[2] ?? join(here, '..', '..', `merit-${manifest.version}.vsix`))

await buildExtension()
const vsce = ['exec', '--yes', '--', '@vscode/vsce@3.9.2']
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', target]
execFileSync('npm', [...vsce, 'package', ...options], {
  cwd: here,
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
})

const packed = namesInZip(await readFile(target))
const missing = filesNamedIn(manifest).filter(name => !packed.includes(`extension/${name}`))
if (missing.length > 0) throw new Error(`${target} lacks what package.json names: ${missing.join(', ')}.`)
