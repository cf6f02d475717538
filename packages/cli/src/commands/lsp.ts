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
  process.stdin.once('end', () => {
    if (process.stdin.bytesRead === 0) refuse('there nothing came')
  })
  require(SERVER)
  // After the server's own listener, since the stream begins to flow with the first one.
  process.stdin.once('data', (bytes: Buffer) => {
    if (!isMessage(bytes)) refuse('what came is not how they talk')
  })
  return exitCodes.done
}

const HEADER = 'content-'

/** Each message begins with headers; the first piece of one may be short. */
function isMessage(bytes: Buffer): boolean {
  const begin = bytes.subarray(0, HEADER.length).toString('latin1').toLowerCase()
  return HEADER.startsWith(begin)
}

/** The server by itself would wait, and end without a word. */
function refuse(why: string): never {
  complain(`merit lsp talks with editors over standard input, and ${why}.\n${ADVICE}`)
  process.exit(exitCodes.usage)
}
