/** Mistakes of the server itself: told to whoever reads its log, and survived. */
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver'

/** Does the work; what it throws is logged and goes no further. */
export function logging(connection: Connection, what: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    log(connection, what, error)
  }
}

/** What a request that failed is answered with. Errors that are meant for the client stay as they are. */
export function failureOf(connection: Connection, method: string, error: unknown): ResponseError<void> {
  if (error instanceof ResponseError) return error
  log(connection, method, error)
  const reason = error instanceof Error ? error.message : String(error)
  return new ResponseError(ErrorCodes.InternalError, `${method} failed, which is a mistake in Merit: ${reason}`)
}

function log(connection: Connection, what: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  connection.console.error(
    `${what} failed. This is a mistake in Merit, not in your files: please report it.\n${detail}`,
  )
}
