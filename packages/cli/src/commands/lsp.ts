/** `merit lsp`: the language server, for editors. */
import { type ExitCode, exitCodes } from '../exit.ts'

/** Put in by the build: the server's own bundle. */
declare const SERVER: string

/** It begins as it is loaded, reads the command line for itself, and ends the process when the editor says so or goes. */
export function lsp(): ExitCode {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio')
  require(SERVER)
  return exitCodes.done
}
