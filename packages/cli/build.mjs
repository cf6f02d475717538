#!/usr/bin/env node
/** Bundles the command into `dist`: `merit.mjs`, and beside it what a command needs only when it is asked for. */
import { chmod, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const outdir = join(here, 'dist')
const { version, license } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'))

await rm(outdir, { recursive: true, force: true })
await build({
  entryPoints: { merit: join(here, 'src/main.ts') },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['@merit-lang/source'],
  minifySyntax: true,
  minifyWhitespace: true,
  // Names stay readable in the stack of an internal error.
  keepNames: false,
  legalComments: 'linked',
  banner: { js: `/* merit ${version} · ${license} licence */` },
  logLevel: 'warning',
})
await chmod(join(outdir, 'merit.mjs'), 0o755)
