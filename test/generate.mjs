/**
 * `npm run generate`: writes everything that is made from the sources: the engine in generated modules, the grammar, the
 * reference, the pages of the diagnostics, and the outputs shown in hand-written pages and recorded in examples. The tests
 * fail where something of it is stale.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generateSupport } from '../packages/language/support.mjs'
import { importTypeScript, root } from './bundle.mjs'

/** Writes what differs, and says so. */
function write({ path, text }) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`wrote ${path}`)
}

write(await generateSupport())
for (const name of ['runtime', 'cli'])
  execFileSync(process.execPath, [join('packages', name, 'build.mjs')], { cwd: root, stdio: 'inherit' })
const { generateGrammar } = await importTypeScript('grammar/generate.ts')
const { generateDocs, strayPages } = await importTypeScript('docs/generate.ts')
const { shell } = await importTypeScript('docs/shell.ts')
const { recordExamples } = await importTypeScript('examples/record.ts')
for (const [file, text] of Object.entries(generateGrammar())) write({ path: `grammar/${file}`, text })
const pages = generateDocs(root, shell)
pages.forEach(write)
recordExamples(root, shell).forEach(write)
for (const path of strayPages(root, pages)) {
  rmSync(join(root, path))
  console.log(`removed ${path}`)
}
