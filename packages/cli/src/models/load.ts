/** A model file as something that can be run. */
import {
  type CheckedModel,
  type Compiled,
  check,
  compile,
  type Diagnostic,
  docsOf,
  lower,
  renderDiagnostic,
  type SourceText,
} from '@merit-lang/language'
import type { Program, Unpacked } from '@merit-lang/runtime'
import packageJson from '../../package.json' with { type: 'json' }
import { exitCodes, Stop, usageError } from '../exit.ts'
import { counted } from '../print/numbers.ts'
import { complain, screenOf } from '../terminal.ts'
import { openBundle } from './bundles.ts'
import { isBundle, requireModel } from './find.ts'
import { importReader, readSource } from './read.ts'

const { version } = packageJson

export function compileFile(path: string): Compiled {
  return compile(readSource(path), { read: importReader() })
}

export interface LoadedProgram extends Unpacked {
  /** The files that it was read from: the model's and those that it imports, or the bundle's. */
  readonly files: readonly string[]
}

export interface LoadOptions {
  /** The file of a public key: only a bundle that was signed with its other half is taken. */
  readonly verify?: string
}

/**
 * The program of a model, or in a bundle, to be scored with.
 * @throws Stop after its errors were printed, if it is refused, or if it uses a form that cannot be run.
 */
export async function loadProgram(path: string, { verify }: LoadOptions = {}): Promise<LoadedProgram> {
  requireModel(path)
  if (verify !== undefined && !isBundle(path))
    throw usageError(`${path} is not signed: only bundles are.`, 'merit build --sign makes one of it.')
  const loaded = isBundle(path) ? { ...(await openBundle(path, verify)), files: [path] } : compiled(path)
  requireScorable(loaded.program)
  return loaded
}

/** @throws Stop if the program uses a form that cannot be run. */
export function requireScorable({ unsupported: [unsupported] }: Program): void {
  if (!unsupported) return
  const { span, what } = unsupported
  throw new Stop(
    exitCodes.findings,
    `${span.path}:${span.line}:${span.column}: this version cannot score with ${what}.`,
  )
}

function compiled(path: string): LoadedProgram {
  return programOf(checkModel(path))
}

function programOf({ model, files }: ModelOfFiles): LoadedProgram {
  return { program: lower(model).program, compiler: version, docs: docsOf(model), files }
}

/**
 * The program of a model whose texts do not lie in a folder.
 * @param read imported files; nothing for those that are missing.
 * @throws Stop as `loadProgram`.
 */
export function loadText(source: SourceText, read: Reader, labelOf: Labels): LoadedProgram {
  const loaded = programOf(checkText(source, read, labelOf))
  requireScorable(loaded.program)
  return loaded
}

interface ModelOfFiles {
  readonly model: CheckedModel
  readonly files: readonly string[]
}

/** Gives a missing file's text as nothing, and a file's text as the same object each time. */
export type Reader = (path: string) => SourceText | undefined

/** How people write where the file at a path is. */
type Labels = (path: string) => string

/**
 * A model without errors, and the files that it was read from.
 * @throws Stop after its errors were printed.
 */
export function checkModel(path: string): ModelOfFiles {
  return checkText(readSource(path), importReader(), one => one)
}

function checkText(source: SourceText, read: Reader, labelOf: Labels): ModelOfFiles {
  const files = [source.path]
  const { model, diagnostics } = check(source, {
    read: path => {
      files.push(path)
      return read(path)
    },
  })
  if (!model) throw stopFor(labelOf(source.path), diagnostics, labelOf)
  return { model, files: [...new Set(files)] }
}

/** Prints the model's errors. */
function stopFor(label: string, diagnostics: readonly Diagnostic[], labelOf: Labels): Stop {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  for (const error of errors) complain(`${printable(error, labelOf)}\n`)
  return new Stop(exitCodes.findings, `${label} has ${counted(errors.length, 'error')}.`)
}

function printable(diagnostic: Diagnostic, labelOf: Labels): string {
  return renderDiagnostic(diagnostic, { color: screenOf(process.stderr).color, labelOf })
}
