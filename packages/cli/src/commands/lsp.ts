/** `merit lsp`: the language server, for editors. */
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { complain } from '../terminal.ts'

/** Put in by the build: the server's own bundle. */
declare const SERVER: string

const ADVICE = 'An editor starts it, and writes to it. To look at a model by hand: merit check MODEL'

/** It begins as it is loaded, reads the command line for itself, and ends the process when the editor says so or goes. */
export function lsp(): ExitCode {
  if (process.stdin.isTTY) throw usageError('merit lsp talks with editors, and this is a terminal.', ADVICE)
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio')
  process.stdin.once('end', refuseSilence)
  require(SERVER)
  return exitCodes.done
}

/** Comes before the server's own listener, which would end without a word. */
function refuseSilence(): void {
  if (process.stdin.bytesRead > 0) return
  complain(`merit lsp talks with editors over standard input, and there nothing came.\n${ADVICE}`)
  process.exit(exitCodes.usage)
}
