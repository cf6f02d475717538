/** Imports that still lead where they led after files or folders are moved. */
import { importedPath, writtenText } from '@merit-lang/language'
import { importsIn, pathsIn } from './paths.ts'
import type { TextEdit, Workspace } from './workspace.ts'

/** A file, or a folder with all that is in it. */
export interface Move {
  readonly from: string
  readonly to: string
}

/** Of the texts as they are before the move. */
export function importsAfter(workspace: Workspace, moves: readonly Move[]): readonly TextEdit[] {
  return pathsIn(workspace).flatMap(path =>
    importsIn(workspace, path).flatMap(({ written, target }) => {
      const [file, leadsTo] = [movedPath(path, moves), movedPath(target, moves)]
      if (importedPath(file, written.value) === leadsTo) return []
      return [{ span: written.span, text: writtenText(relative(file, leadsTo)) }]
    }),
  )
}

function movedPath(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`))
  return move ? move.to + path.slice(move.from.length) : path
}

/** As an import is written: `./c.merit`, `../c.merit`. */
function relative(from: string, to: string): string {
  const [folders, parts] = [from.split('/').slice(0, -1), to.split('/')]
  const differs = folders.findIndex((folder, i) => folder !== parts[i])
  const same = differs < 0 ? folders.length : differs
  const up = '../'.repeat(folders.length - same)
  return (up || './') + parts.slice(same).join('/')
}
