/** All pages that are generated, and all hand-written ones with their blocks executed. Paths are relative to the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configSchema } from '@merit-lang/insight'
import { keywords, standardVocabulary } from '@merit-lang/language'
import { diagnosticPages } from './diagnostics.ts'
import { executePage, type Shell } from './execute.ts'
import { type Page, referencePages } from './reference.ts'

/** Written by hand; their models and commands are executed. */
const handWritten = [
  'README.md',
  'docs/tour.md',
  'docs/semantics.md',
  'docs/apps.md',
  'docs/proofs.md',
  'docs/configuration.md',
  'docs/pull-requests.md',
]

export function generateDocs(root: string, shell: Shell): Page[] {
  const generated = [...referencePages(standardVocabulary, keywords), ...diagnosticPages()]
  return [
    ...generated.map(({ path, text }) => ({ path: `docs/${path}`, text })),
    { path: 'docs/merit.config.schema.json', text: `${JSON.stringify(configSchema(), null, 2)}\n` },
    ...handWritten.map(path => ({ path, text: executePage(readFileSync(join(root, path), 'utf8'), shell) })),
  ]
}

/** Generated pages on disk for which there is no word or diagnostic any more. */
export function strayPages(root: string, pages: readonly Page[]): string[] {
  const known = new Set(pages.map(page => page.path))
  const folders = ['docs/reference', 'docs/diagnostics'].filter(folder => existsSync(join(root, folder)))
  return folders
    .flatMap(folder => readdirSync(join(root, folder)).map(file => `${folder}/${file}`))
    .filter(path => !known.has(path))
}
