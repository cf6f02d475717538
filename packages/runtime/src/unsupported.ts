import type { Program } from './program.ts'

/** The program has forms that this version checks but cannot run: nothing is scored rather than scored without them. */
export class UnsupportedProgram extends Error {
  override readonly name = 'UnsupportedProgram'
  readonly unsupported: Program['unsupported']

  constructor(unsupported: Program['unsupported']) {
    const places = unsupported.map(({ what, span }) => `${span.path}:${span.line}: ${what}`)
    super(`This version of Merit cannot score what this model says:\n${places.join('\n')}`)
    this.unsupported = unsupported
  }
}
