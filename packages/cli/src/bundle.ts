/** Runs the bundled command: once when it is built, to compile it, and whenever it is called. */
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'

export interface Bundle {
  readonly script: Script
  readonly exports: { readonly main: (args: readonly string[]) => Promise<void> }
}

/**
 * The bundle is ASCII, as esbuild writes it; read as Latin-1 it takes half the memory and time.
 * @param cachedData what V8 made of this very file
 */
export function loadBundle(path: string, require: NodeJS.Require, cachedData?: Buffer): Bundle {
  const source = `(function (exports, require, module) {${readFileSync(path, 'latin1')}\n})`
  const script = new Script(source, { filename: path, cachedData })
  const module = { exports: {} as Bundle['exports'] }
  script.runInThisContext()(module.exports, require, module)
  return { script, exports: module.exports }
}
