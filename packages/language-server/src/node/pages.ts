import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Host } from '../server/host.ts'

/** The addresses of the pages about findings, which are Markdown files of a folder. None where there is no such folder. */
export function pagesIn(folder: string): Host['page'] {
  const names = new Set(filesOf(folder))
  return name => (names.has(`${name}.md`) ? pathToFileURL(join(folder, `${name}.md`)).href : undefined)
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
