#!/usr/bin/env node
/**
 * Builds the command into `dist`: `merit.mjs`, which starts it; the bundle of everything, with the hash of its content in its
 * name; what V8 compiled of it; bundles for the threads that score and that judge mutants, and one for the language server; and
 * the pages about findings, to which it leads.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, 'dist')
const { version, license } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'))

/** Commander can hand a command on to another program; merit has none, and loading what that takes costs milliseconds. What asks git gets it. */
const withoutSubprocesses = {
  name: 'without-subprocesses',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('commander') ? { path, namespace: 'absent' } : undefined,
    )
    bundler.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const settings = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  conditions: ['@merit-lang/source'],
  minifySyntax: true,
  // Identifiers are kept: they stand in the stack of an internal error.
  minifyWhitespace: true,
  banner: { js: `/* merit ${version}, ${license} licence */` },
  logLevel: 'warning',
  plugins: [withoutSubprocesses],
}

/** Many forms, to make V8 compile what most models need. */
const examples = join(here, '..', '..', 'examples')

/** What scoring threads run, without the compiler. */
function bundleWorker(folder) {
  return bundle(folder, 'src/scoring/worker.ts', 'merit-worker', {})
}

/** The same for two models at once. */
function bundleDiffWorker(folder) {
  return bundle(folder, 'src/scoring/diff/worker.ts', 'merit-diff-worker', {})
}

/** What proves beside them. */
function bundleProofWorker(folder) {
  return bundle(folder, 'src/scoring/diff/proof-worker.ts', 'merit-proof-worker', {})
}

/** What threads run that judge mutants: the compiler, and what proves. */
function bundleMutationWorker(folder) {
  return bundle(folder, 'src/mutation/worker.ts', 'merit-mutation-worker', {})
}

/** What `merit lsp` loads, so that no other command does. */
function bundleServer(folder) {
  return bundle(folder, '../language-server/src/node.ts', 'merit-server', { plugins: [] })
}

/** Knows the other bundles by their names. */
function bundleCommand(folder, others) {
  const files = Object.entries(others).map(([name, file]) => [name, `./${file}`])
  return bundle(folder, 'src/main.ts', 'merit', {
    define: Object.fromEntries(files.map(([name, file]) => [name, JSON.stringify(file)])),
    external: files.map(([, file]) => file),
  })
}

/** Gives its name, which holds the hash of its content. */
async function bundle(folder, entry, base, more) {
  const outfile = join(folder, `${base}.cjs`)
  await build({ ...settings, ...more, entryPoints: [join(here, entry)], outfile, format: 'cjs', legalComments: 'eof' })
  const hash = createHash('sha256')
    .update(await readFile(outfile))
    .digest('hex')
    .slice(0, 12)
  const name = `${base}-${hash}.cjs`
  await rename(outfile, join(folder, name))
  return name
}

async function precompile(folder, name) {
  const script = join(folder, 'precompile.mjs')
  await build({ ...settings, entryPoints: [join(here, 'src/precompile.ts')], outfile: script, format: 'esm' })
  execFileSync(process.execPath, [script, join(folder, name), join(folder, `${name}.cache`), examples], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function buildStarter(folder, name) {
  const define = { BUNDLE: JSON.stringify(name) }
  await build({
    ...settings,
    entryPoints: [join(here, 'src/bin.ts')],
    outfile: join(folder, 'merit.mjs'),
    format: 'esm',
    define,
  })
  await chmod(join(folder, 'merit.mjs'), 0o755)
}

/** The starter last, so that a command that is called meanwhile finds what it needs. */
async function install(folder, name, parts) {
  const names = [...parts, name, `${name}.cache`, 'merit.mjs']
  await mkdir(dist, { recursive: true })
  for (const file of names) await writeFile(join(dist, `${file}.new`), await readFile(join(folder, file)))
  await chmod(join(dist, 'merit.mjs.new'), 0o755)
  for (const file of names) await rename(join(dist, `${file}.new`), join(dist, file))
  for (const file of await readdir(dist)) if (!names.includes(file)) await rm(join(dist, file), { recursive: true })
  await cp(join(here, '..', '..', 'docs', 'diagnostics'), join(dist, 'diagnostics'), { recursive: true })
}

const folder = await mkdtemp(join(tmpdir(), 'merit-build-'))
try {
  const [WORKER, DIFF_WORKER, PROOF_WORKER, MUTATION_WORKER, SERVER] = await Promise.all([
    bundleWorker(folder),
    bundleDiffWorker(folder),
    bundleProofWorker(folder),
    bundleMutationWorker(folder),
    bundleServer(folder),
  ])
  const name = await bundleCommand(folder, { WORKER, DIFF_WORKER, PROOF_WORKER, MUTATION_WORKER, SERVER })
  await precompile(folder, name)
  await buildStarter(folder, name)
  await install(folder, name, [WORKER, DIFF_WORKER, PROOF_WORKER, MUTATION_WORKER, SERVER])
} finally {
  await rm(folder, { recursive: true })
}
