/** The entry file and everything that it imports, each file once. Paths are POSIX, relative to the file that names them. */

import * as problem from '../diagnostics/check/index.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { report } from '../diagnostics/diagnostic.ts'
import type * as Ast from '../syntax/ast.ts'
import { parse } from '../syntax/parse.ts'
import type { SourceText } from '../syntax/source.ts'

export interface LoadedFile {
  readonly source: SourceText
  readonly ast: Ast.File
}
export type Read = (path: string) => SourceText | undefined

interface Loading {
  readonly read: Read
  readonly files: Map<string, LoadedFile>
  readonly diagnostics: Diagnostic[]
}
/** A file and those through which it was reached, the entry last. */
interface Chain {
  readonly path: string
  readonly from?: Chain
}

/** Entry first, then each imported file before those that it imports. */
export function load(entry: SourceText, read: Read, diagnostics: Diagnostic[]): LoadedFile[] {
  const loading: Loading = { read, files: new Map(), diagnostics }
  loadFile(loading, entry, { path: normalise(entry.path) })
  return [...loading.files.values()]
}

function loadFile(loading: Loading, source: SourceText, chain: Chain): void {
  const { ast, diagnostics } = parse(source)
  loading.files.set(chain.path, { source, ast })
  for (const diagnostic of diagnostics) loading.diagnostics.push(diagnostic)
  const seen = new Set<string>()
  for (const statement of ast.statements) {
    if (statement.kind === 'import' && statement.path.kind === 'text') loadImport(loading, statement.path, chain, seen)
  }
}

function loadImport(loading: Loading, written: Ast.TextLit, chain: Chain, seen: Set<string>): void {
  const say = (diagnostic: Diagnostic) => void loading.diagnostics.push(diagnostic)
  if (/^\/|^[a-z]+:|\\/i.test(written.value)) {
    return say(report(problem.importPath, written.span, { path: written.value }))
  }
  const path = normalise(`${folderOf(chain.path)}${written.value}`)
  if (seen.has(path)) return say(report(problem.importTwice, written.span, { path: written.value }))
  seen.add(path)
  const cycle = pathTo(chain, path)
  if (cycle) return say(report(problem.importCycle, written.span, { path: [...cycle, path] }))
  if (loading.files.has(path)) return
  const source = loading.read(path)
  if (!source) return say(report(problem.importNotFound, written.span, { path: written.value, resolved: path }))
  loadFile(loading, source, { path, from: chain })
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

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
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
