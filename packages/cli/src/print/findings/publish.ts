/** Findings on their way out: to the screen or a file, as many reports as are wanted, and to the summary of a job on GitHub. */
import { appendFileSync } from 'node:fs'
import { nearest } from '@merit-lang/language'
import { systemCode, usageError } from '../../exit.ts'
import { makeFolderOf, openOutput } from '../../output.ts'
import { type Screen, screenOf } from '../../terminal.ts'
import type { Findings } from './finding.ts'
import { type FindingFormat, findingFormats } from './formats.ts'

/** What the command line says of it. */
export interface PublishOptions {
  readonly format: FindingFormat
  /** A file for what else would be printed. */
  readonly out?: string
  /** `FORMAT=FILE`, beside it. */
  readonly report?: readonly string[]
}

/** `pretty` is each command's own; some have more to say in other formats, too, than what they found. */
export type OwnPrinters = { readonly pretty: (screen: Screen) => string } & {
  readonly [F in Exclude<FindingFormat, 'pretty'>]?: () => string
}

/** Loaded when they are asked for, so that commands start fast. */
const shared = {
  compact: async () => (await import('./compact.ts')).findingsInLines,
  json: async () => (await import('./json.ts')).findingsAsJson,
  github: async () => (await import('./github.ts')).findingsForGithub,
  gitlab: async () => (await import('./gitlab.ts')).findingsForGitlab,
  sarif: async () => (await import('./sarif.ts')).findingsAsSarif,
  junit: async () => (await import('./junit.ts')).findingsAsJunit,
  markdown: async () => (await import('./markdown.ts')).findingsAsMarkdown,
} satisfies { [F in Exclude<FindingFormat, 'pretty'>]: () => Promise<(findings: Findings) => string> }

const onPaper: Screen = { color: false, width: 100, interactive: false }

/** Where a format goes: to the screen, or to a file. */
export interface Target {
  readonly format: FindingFormat
  readonly path?: string | undefined
}

/**
 * The first is what is printed. Commands ask before they begin, so that a mistake in an option is said at once.
 * @throws Stop where a report is not a format and a file.
 */
export function targetsOf({ format, out, report = [] }: PublishOptions): readonly [Target, ...Target[]] {
  return [{ format, path: out }, ...report.map(readReport)]
}

/**
 * Prints what was found, and writes the reports.
 * @throws Stop if a file cannot be written.
 */
export async function publish(
  findings: Findings,
  own: OwnPrinters,
  targets: readonly [Target, ...Target[]],
): Promise<void> {
  for (const { format, path } of targets) {
    const screen = path === undefined ? screenOf(process.stdout) : onPaper
    await write(path, await written(findings, own, format, screen), findings)
  }
  if (targets[0].format === 'github') addToSummary(await written(findings, own, 'markdown', onPaper))
}

async function written(findings: Findings, own: OwnPrinters, format: FindingFormat, screen: Screen): Promise<string> {
  if (format === 'pretty') return own.pretty(screen)
  const print = own[format]
  return print ? print() : (await shared[format]())(findings)
}

async function write(path: string | undefined, text: string, { files }: Findings): Promise<void> {
  if (path !== undefined) makeFolderOf(path)
  const output = openOutput(path, files)
  if (text !== '') await output.write(`${text}\n`)
  await output.finish()
}

function readReport(text: string): Target {
  const [name = '', ...rest] = text.split('=')
  const path = rest.join('=')
  const format = findingFormats.find(one => one === name)
  if (format && path !== '') return { format, path }
  const advice = `Write --report FORMAT=FILE, such as --report sarif=merit.sarif. Formats are ${findingFormats.join(', ')}.`
  if (format) throw usageError(`--report ${text} names no file.`, advice)
  const meant = nearest(name, findingFormats)
  throw usageError(`--report ${text}: there is no format ${name}.${meant ? ` Did you mean ${meant}?` : ''}`, advice)
}

/** The runner says where the summary of the job is kept. */
function addToSummary(markdown: string): void {
  const path = process.env.GITHUB_STEP_SUMMARY
  if (!path) return
  try {
    appendFileSync(path, `${markdown}\n\n`)
  } catch (error) {
    throw usageError(`The summary of the job cannot be written to ${path} (${systemCode(error)}).`)
  }
}
