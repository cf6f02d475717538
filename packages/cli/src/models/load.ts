/** A model file as something that can be run. */
import {
  type Compiled,
  compile,
  type Diagnostic,
  type Lowered,
  renderDiagnostic,
  type SourceText,
} from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { exitCodes, Stop, usageError } from '../exit.ts'
import { counted } from '../print/numbers.ts'
import { complain, screenOf } from '../terminal.ts'
import { importReader, readSource } from './read.ts'

export function compileFile(path: string): Compiled {
  return compile(readSource(path), { read: importReader() })
}

export interface LoadedProgram {
  readonly program: Program
  /** The model's file and those that it imports. */
  readonly files: readonly string[]
}

/**
 * The program of a model, to be scored with.
 * @throws Stop after its errors were printed, or if it uses a form that cannot be run.
 */
export function loadProgram(path: string): LoadedProgram {
  if (!path.endsWith('.merit')) throw usageError(`${path} is not a Merit model: their names end in .merit.`)
  const imported = new Map<string, SourceText | undefined>()
  const { program } = requireModel(path, compile(readSource(path), { read: importReader(imported) }))
  const [unsupported] = program.unsupported
  if (!unsupported) return { program, files: [path, ...imported.keys()] }
  const { span, what } = unsupported
  throw new Stop(
    exitCodes.findings,
    `${span.path}:${span.line}:${span.column}: this version cannot score with ${what}.`,
  )
}

/** @throws Stop after the model's errors were printed. */
export function requireModel(path: string, { lowered, diagnostics }: Compiled): Lowered {
  if (lowered) return lowered
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  for (const error of errors) complain(`${printable(error)}\n`)
  throw new Stop(exitCodes.findings, `${path} has ${counted(errors.length, 'error')}.`)
}

function printable(diagnostic: Diagnostic): string {
  return renderDiagnostic(diagnostic, { color: screenOf(process.stderr).color })
}
