/** What the command knows of where its output goes. */

export interface Screen {
  readonly color: boolean
  /** Columns; 100 where the output is no terminal. */
  readonly width: number
  readonly interactive: boolean
}

export const screenOf = (stream: NodeJS.WriteStream): Screen => ({
  color: wantsColor(stream),
  width: Math.max(60, stream.isTTY ? stream.columns || 100 : 100),
  interactive: stream.isTTY === true,
})

/** https://no-color.org and FORCE_COLOR, else only on a terminal. */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '' && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return stream.isTTY === true && TERM !== 'dumb'
}

/** A result, to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** What went wrong or is worth knowing, to standard error. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Whoever reads our output may stop reading (`| head`): that is no error. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }
}
