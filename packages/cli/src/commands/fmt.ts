/** `merit fmt PATHS…`: models as everybody writes them. */
import { writeFileSync } from 'node:fs'
import { type Diagnostic, format, type SourceText } from '@merit-lang/language'
import { type ExitCode, exitCodes, Stop, systemCode, usageError } from '../exit.ts'
import { findModels, refuseBundles } from '../models/find.ts'
import { fromEach, readSource } from '../models/read.ts'
import { hasErrors, renderFindings } from '../print/findings/diagnostics.ts'
import { type Finding, findingOf, unreadFinding } from '../print/findings/finding.ts'
import { notFormatted } from '../print/findings/layout.ts'
import { type OwnPrinters, type PublishOptions, publish, targetsOf } from '../print/findings/publish.ts'
import { counted } from '../print/numbers.ts'
import { complain, screenOf } from '../terminal.ts'

export interface FmtOptions extends PublishOptions {
  readonly check?: boolean
}

export async function fmt(paths: readonly string[], options: FmtOptions): Promise<ExitCode> {
  const check = options.check === true
  const targets = targetsOf(options)
  if (!check || paths.includes('-')) requirePlain(targets)
  if (paths.includes('-')) return formatStandardInput(paths, check)
  refuseBundles(paths, 'keeps no text to format')
  const files = findModels(paths)
  const { given, unread } = fromEach(files, path => formatFile(path, check))
  if (targets[0].format === 'pretty') for (const { errors } of given) complainOf(errors)
  const findings = [...unread.map(unreadFinding), ...given.flatMap(found)]
  const own: OwnPrinters = { pretty: () => [...changedPaths(given), summary(given, check)].join('\n') }
  await publish({ command: 'fmt --check', files, findings, summary: summary(given, check) }, own, targets)
  if (unread.length > 0) return exitCodes.data
  const isBad = ({ outcome }: Formatted) => outcome === 'broken' || (check && outcome === 'changed')
  return given.some(isBad) ? exitCodes.findings : exitCodes.done
}

/** @throws Stop where anything else is asked for than what is printed anyway. */
function requirePlain([{ format, path }, ...reports]: ReturnType<typeof targetsOf>): void {
  if (format === 'pretty' && path === undefined && reports.length === 0) return
  throw usageError('--format, --out and --report are for files that are looked at: merit fmt --check.')
}

interface Formatted {
  readonly source: SourceText
  /** As it is written by everybody; of a text with errors as it is. */
  readonly text: string
  readonly outcome: 'changed' | 'unchanged' | 'broken'
  readonly errors: readonly Diagnostic[]
}

function formatFile(path: string, check: boolean): Formatted {
  const source = readSource(path)
  const formatted = format(source)
  if ('diagnostics' in formatted) {
    const errors = formatted.diagnostics.filter(one => hasErrors([one]))
    return { source, text: source.text, outcome: 'broken', errors }
  }
  const changed = formatted.text !== source.text
  if (changed && !check) write(path, formatted.text)
  return { source, text: formatted.text, outcome: changed ? 'changed' : 'unchanged', errors: [] }
}

function found({ source, text, errors }: Formatted): readonly Finding[] {
  return text === source.text ? errors.map(findingOf) : [notFormatted(source, text)]
}

const changedPaths = (files: readonly Formatted[]) =>
  files.filter(({ outcome }) => outcome === 'changed').map(({ source }) => source.path)

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw usageError(`${path} cannot be written (${systemCode(error)}).`)
  }
}

function complainOf(errors: readonly Diagnostic[]): void {
  if (errors.length > 0) complain(renderFindings(errors, screenOf(process.stderr).color))
}

function summary(files: readonly Formatted[], check: boolean): string {
  const count = (wanted: Formatted['outcome']) => files.filter(({ outcome }) => outcome === wanted).length
  const parts = [
    ...(count('changed') > 0 ? [`${counted(count('changed'), 'file')} ${check ? 'not formatted' : 'formatted'}`] : []),
    ...(count('unchanged') > 0 ? [`${counted(count('unchanged'), 'file')} formatted already`] : []),
    ...(count('broken') > 0 ? [`${counted(count('broken'), 'file')} with errors left as they are`] : []),
  ]
  return parts.join(', ')
}

async function formatStandardInput(paths: readonly string[], check: boolean): Promise<ExitCode> {
  if (paths.length > 1) throw usageError('Standard input (-) is formatted alone.')
  const source: SourceText = { path: 'standard input', text: await readAll(process.stdin) }
  const formatted = format(source)
  if ('diagnostics' in formatted) {
    complainOf(formatted.diagnostics.filter(one => hasErrors([one])))
    throw new Stop(exitCodes.findings, 'Text with errors is not formatted.')
  }
  if (!check) process.stdout.write(formatted.text)
  return check && formatted.text !== source.text ? exitCodes.findings : exitCodes.done
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
