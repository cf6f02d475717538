/** What all files declare, by a few letters of its name. */
import { documentSymbols, type FileSymbol } from './document-symbols.ts'
import { pathsIn } from './paths.ts'
import type { Workspace } from './workspace.ts'

export interface Found {
  readonly symbol: FileSymbol
  /** The block that it stands in; the file's name where it is in none. */
  readonly container: string
}

/** More are of no use to anybody who looks through them. */
const most = 500

/** The best first. Letters may be left out, and capitals make no difference. */
export function workspaceSymbols(workspace: Workspace, query: string): readonly Found[] {
  const wanted = query.toLowerCase().replace(/\s/g, '')
  const all = pathsIn(workspace).flatMap(path => flat(documentSymbols(workspace, path), nameOf(path)))
  const fitting = all
    .map(found => ({ found, fit: fitOf(found.symbol.name.toLowerCase(), wanted) }))
    .filter(({ fit }) => fit > 0)
  return fitting
    .sort((a, b) => b.fit - a.fit)
    .slice(0, most)
    .map(({ found }) => found)
}

function flat(symbols: readonly FileSymbol[], container: string): readonly Found[] {
  return symbols.flatMap(symbol => [{ symbol, container }, ...flat(symbol.children, symbol.name)])
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** 4 for the name itself, 3 for its beginning, 2 for a part of it, 1 for letters of it in order, 0 for none of these. */
function fitOf(name: string, wanted: string): number {
  if (name === wanted) return 4
  const at = name.replace(/\s/g, '').indexOf(wanted)
  if (at >= 0) return at === 0 ? 3 : 2
  let from = 0
  for (const letter of wanted) {
    from = name.indexOf(letter, from) + 1
    if (from === 0) return 0
  }
  return 1
}
