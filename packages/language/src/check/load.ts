/** The entry file and everything that it imports, each file once. Paths are POSIX, relative to the file that names them. */

import * as problem from '../diagnostics/check/index.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { report } from '../diagnostics/diagnostic.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Comment, Parsed } from '../syntax/parse.ts'
import type { SourceText } from '../syntax/source.ts'

export interface LoadedFile {
  readonly source: SourceText
  readonly ast: Ast.File
  readonly comments: readonly Comment[]
}
export type Read = (path: string) => SourceText | undefined

export type Parse = (source: SourceText) => Parsed

interface Loading {
  readonly read: Read
  readonly parse: Parse
  readonly files: Map<string, LoadedFile>
  readonly diagnostics: Diagnostic[]
}
/** A file and those through which it was reached, the entry last. */
interface Chain {
  readonly path: string
  readonly from?: Chain
}

/** Entry first, then each imported file before those that it imports. */
export function load(entry: SourceText, read: Read, parse: Parse, diagnostics: Diagnostic[]): LoadedFile[] {
  const loading: Loading = { read, parse, files: new Map(), diagnostics }
  loadFile(loading, entry, { path: normalise(entry.path) })
  return [...loading.files.values()]
}

function loadFile(loading: Loading, source: SourceText, chain: Chain): void {
  const { ast, comments, diagnostics } = loading.parse(source)
  loading.files.set(chain.path, { source, ast, comments })
  for (const diagnostic of diagnostics) loading.diagnostics.push(diagnostic)
  const seen = new Set<string>()
  for (const statement of ast.statements) {
    if (statement.kind === 'import' && statement.path.kind === 'text') loadImport(loading, statement.path, chain, seen)
  }
}

function loadImport(loading: Loading, written: Ast.TextLit, chain: Chain, seen: Set<string>): void {
  const path = importedPath(chain.path, written.value)
  const mistake = mistakeIn(written, path, chain, seen)
  seen.add(path)
  if (mistake) loading.diagnostics.push(mistake)
  else if (!loading.files.has(path)) loadFrom(loading, written, { path, from: chain })
}

function mistakeIn(
  { value, span }: Ast.TextLit,
  path: string,
  chain: Chain,
  seen: Set<string>,
): Diagnostic | undefined {
  if (/^\/|^[a-z]+:|\\/i.test(value) || !value.endsWith('.merit'))
    return report(problem.importPath, span, { path: value })
  if (seen.has(path)) return report(problem.importTwice, span, { path: value })
  const cycle = pathTo(chain, path)
  return cycle && report(problem.importCycle, span, { path: [...cycle, path] })
}

function loadFrom(loading: Loading, { value, span }: Ast.TextLit, chain: Chain): void {
  const source = loading.read(chain.path)
  if (source) loadFile(loading, source, chain)
  else loading.diagnostics.push(report(problem.importNotFound, span, { path: value, resolved: chain.path }))
}

/** The files from `path` to the end of the chain, if it is in it. */
function pathTo(chain: Chain, path: string): string[] | undefined {
  const files: string[] = []
  for (let at: Chain | undefined = chain; at; at = at.from) {
    files.unshift(at.path)
    if (at.path === path) return files
  }
  return undefined
}

/** Where an import that is written in the file `from` leads. */
export function importedPath(from: string, written: string): string {
  return normalise(`${from.slice(0, from.lastIndexOf('/') + 1)}${written}`)
}

/** Without `.` and with `..` taken back as far as there is a folder to leave. */
export function normalise(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop()
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part)
  }
  return parts.join('/')
}
