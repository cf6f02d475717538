/** Runs TypeScript of this repository from plain Node: bundled from the sources, nothing built beforehand. */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = resolve(fileURLToPath(import.meta.url), '../..')

/** The module at `path`, relative to the repository. */
export async function importTypeScript(path) {
  const folder = join(root, 'node_modules', '.merit')
  const outfile = join(folder, `${path.replaceAll('/', '-')}.mjs`)
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [join(root, path)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@merit-lang/source'],
    external: ['chevrotain', '@noble/hashes', 'commander', 'fast-check', 'vscode-languageserver', 'vscode-uri'],
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}
