#!/usr/bin/env node
/** Bundles the command into `dist`: `merit.mjs`, and beside it what a command needs only when it is asked for. */
import { chmod, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const outdir = join(here, 'dist')
const { version, license } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'))

await mkdir(outdir, { recursive: true })
const { metafile } = await build({
  metafile: true,
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
  // Identifiers are kept: they stand in the stack of an internal error.
  legalComments: 'linked',
  banner: {
    // Commander is CommonJS, and asks for Node's modules by `require`.
    js: [
      `/* merit ${version} · ${license} licence */`,
      "import { createRequire } from 'node:module'",
      'const require = createRequire(import.meta.url)',
    ].join('\n'),
  },
  logLevel: 'warning',
})
await chmod(join(outdir, 'merit.mjs'), 0o755)

// Only now, so that a command that is running finds its chunks until the new ones are there.
const built = new Set(Object.keys(metafile.outputs).map(path => basename(path)))
for (const name of await readdir(outdir)) if (!built.has(name)) await rm(join(outdir, name))
