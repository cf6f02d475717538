#!/usr/bin/env node
/**
 * Builds the extension into `dist`: itself and the server, each for Node and for browsers, the script of the preview, and
 * colours and snippets.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))

const settings = {
  bundle: true,
  target: 'es2022',
  conditions: ['@merit-lang/source'],
  absWorkingDir: here,
  minifySyntax: true,
  // Identifiers are kept: they stand in the stack of an internal error.
  minifyWhitespace: true,
  legalComments: 'eof',
  logLevel: 'warning',
}

const node = { platform: 'node', format: 'cjs' }
const browser = { platform: 'browser', mainFields: ['browser', 'module', 'main'] }
const external = ['vscode']

/** What editors load, by the name of the file. */
const bundles = {
  'extension.js': { ...node, external, entry: 'src/node/extension.ts' },
  'extension.web.js': { ...browser, external, format: 'cjs', entry: 'src/web.ts' },
  'server.js': { ...node, entry: '../language-server/src/node.ts' },
  'server.web.js': { ...browser, format: 'iife', entry: '../language-server/src/web.ts' },
  'preview.js': { ...browser, format: 'iife', entry: 'src/preview/page/main.ts' },
}

/** Made from the language by `npm run generate`, and what needs no bundling. */
const copies = {
  'merit.tmLanguage.json': '../../grammar/merit.tmLanguage.json',
  'preview.css': 'src/preview/page/preview.css',
  'merit.config.schema.json': '../../docs/merit.config.schema.json',
}

/** @param folder where to; `dist` of this package unless a test wants it elsewhere */
export async function buildExtension(folder = join(here, 'dist')) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const bundled = Object.entries(bundles).map(([name, { entry, ...more }]) =>
    build({ ...settings, ...more, entryPoints: [entry], outfile: join(folder, name) }),
  )
  const copied = Object.entries(copies).map(([name, from]) => copyFile(join(here, from), join(folder, name)))
  await Promise.all([...bundled, ...copied, writeSnippets(join(folder, 'merit.snippets.json'))])
}

/** Without prefixes: then they are offered by name, and not beside the server's own, which know where they fit. */
async function writeSnippets(file) {
  const snippets = JSON.parse(await readFile(join(here, '..', '..', 'grammar', 'merit.snippets.json'), 'utf8'))
  for (const snippet of Object.values(snippets)) delete snippet.prefix
  await writeFile(file, JSON.stringify(snippets))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExtension()
