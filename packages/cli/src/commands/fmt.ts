/** `merit fmt PATHS…`: models as everybody writes them. */
import { writeFileSync } from 'node:fs'
import { type Diagnostic, format, type SourceText } from '@merit-lang/language'
import { type ExitCode, exitCodes, Stop, systemCode, usageError } from '../exit.ts'
import { findModels, refuseBundles } from '../models/find.ts'
import { fromEach, readSource } from '../models/read.ts'
import { hasErrors, renderFindings } from '../print/findings.ts'
import { counted } from '../print/numbers.ts'
import { complain, print, screenOf } from '../terminal.ts'

export interface FmtOptions {
  readonly check?: boolean
}

export async function fmt(paths: readonly string[], { check }: FmtOptions): Promise<ExitCode> {
  if (paths.includes('-')) return formatStandardInput(paths, check === true)
  refuseBundles(paths, 'keeps no text to format')
  const { given, unread } = fromEach(findModels(paths), path => formatFile(path, check === true))
  const count = (outcome: Outcome) => given.filter(it => it === outcome).length
  if (given.length > 0) print(summary(count, check === true))
  if (unread.length > 0) return exitCodes.data
  const bad = count('broken') + (check ? count('changed') : 0)
  return bad > 0 ? exitCodes.findings : exitCodes.done
}

type Outcome = 'changed' | 'unchanged' | 'broken'

function formatFile(path: string, check: boolean): Outcome {
  const source = readSource(path)
  const formatted = format(source)
  if ('diagnostics' in formatted) return complainOf(formatted.diagnostics)
  if (formatted.text === source.text) return 'unchanged'
  if (!check) write(path, formatted.text)
  print(path)
  return 'changed'
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw usageError(`${path} cannot be written (${systemCode(error)}).`)
  }
}

function complainOf(diagnostics: readonly Diagnostic[]): 'broken' {
  const errors = diagnostics.filter(one => hasErrors([one]))
  complain(renderFindings(errors, screenOf(process.stderr).color))
  return 'broken'
}

function summary(count: (outcome: Outcome) => number, check: boolean): string {
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
    complainOf(formatted.diagnostics)
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
