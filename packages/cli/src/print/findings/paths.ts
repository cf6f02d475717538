/** Paths as others expect them in reports: with `/`, from the folder that the repository begins with. */
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'

/** That of the repository around the working folder, which has `.git` in it; without one the working folder. */
function rootFolder(): string {
  for (let folder = resolve('.'); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return resolve('.')
  }
}

/** Makes paths as commands are given them into such that start at the root of the repository. What lies outside of it stays whole. */
export function pathsFromRoot(): (path: string) => string {
  const root = rootFolder()
  return path => {
    const within = relative(root, resolve(path))
    const outside = within.startsWith('..') || isAbsolute(within)
    return (outside ? resolve(path) : within).replaceAll('\\', '/')
  }
}
