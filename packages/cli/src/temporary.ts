/** Files that must not outlive the command, however it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const paths = new Set<string>()
let watching = false

/** Removes the path when the process ends, unless `keep` is called first. */
export function removeAtExit(path: string): { keep: () => void; remove: () => void } {
  watch()
  paths.add(path)
  return {
    keep: () => paths.delete(path),
    remove: () => {
      paths.delete(path)
      rmSync(path, { recursive: true, force: true })
    },
  }
}

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'merit-'))
  return { path, remove: removeAtExit(path).remove }
}

function watch(): void {
  if (watching) return
  watching = true
  process.on('exit', () => {
    for (const path of paths) rmSync(path, { recursive: true, force: true })
  })
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => process.exit(code))
}
