import { relative } from 'node:path'

/** One spelling for each file: relative to the working folder, with `/`. */
export function normalise(path: string): string {
  return relative('.', path).replaceAll('\\', '/')
}
