/** `merit check PATHS…`: what is wrong with models, or worth a second look. */
import { type ExitCode, exitCodes } from '../exit.ts'
import { checkFile, withoutImported } from '../models/entries.ts'
import { findModels } from '../models/find.ts'
import { distinct, findingAsData, hasErrors, renderFindings, tally } from '../print/findings.ts'
import { print, screenOf } from '../terminal.ts'

export const checkFormats = ['pretty', 'json'] as const

export interface CheckCommandOptions {
  readonly format: (typeof checkFormats)[number]
}

export function check(paths: readonly string[], { format }: CheckCommandOptions): ExitCode {
  const models = findModels(paths)
  const diagnostics = distinct(withoutImported(models.map(checkFile)).flatMap(({ checked }) => checked.diagnostics))
  if (format === 'json') {
    print(JSON.stringify({ files: models, findings: diagnostics.map(findingAsData) }, null, 2))
  } else {
    if (diagnostics.length > 0) print(renderFindings(diagnostics, screenOf(process.stdout).color))
    print(tally(diagnostics, models.length))
  }
  return hasErrors(diagnostics) ? exitCodes.findings : exitCodes.done
}
