/** What the command's exit codes mean. Documented in `merit --help`; scripts depend on them. */
export const exitCodes = {
  /** Everything was done. */
  done: 0,
  /** The model has errors, a test failed or none was found, a file is not formatted, a threshold or gate was not kept. */
  findings: 1,
  /** The command cannot be carried out as it was written: unknown option, missing file, bad value, a mistake in the configuration. */
  usage: 2,
  /** A file could not be read, or only a part of it; what could be read was scored or checked. Counts more than findings. */
  data: 3,
  /** A mistake in Merit itself. */
  internal: 70,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends the command with a sentence for the user. `hint` says what to do, on a line of its own. */
export class Stop extends Error {
  readonly exit: ExitCode
  readonly hint: string | undefined

  constructor(exit: ExitCode, message: string, hint?: string) {
    super(message)
    this.exit = exit
    this.hint = hint
  }

  /** All that is to be said. */
  get text(): string {
    return this.hint === undefined ? this.message : `${this.message}\n${this.hint}`
  }
}

export const usageError = (message: string, hint?: string) => new Stop(exitCodes.usage, message, hint)
export const dataError = (message: string, hint?: string) => new Stop(exitCodes.data, message, hint)

/** The code of an error of the operating system (`ENOENT`), if it is one. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}
