/** `merit explain-code NAME`: the page of a diagnostic. */
import { examine } from '@merit-lang/analysis'
import { catalogue, explainCode, nearest } from '@merit-lang/language'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { print } from '../terminal.ts'

export function explainCodeCommand(name: string | undefined): ExitCode {
  if (name === undefined) print(index())
  else print(pageOf(name))
  return exitCodes.done
}

function pageOf(name: string): string {
  const page = explainCode(name, examine)
  if (page !== undefined) return page.trimEnd()
  const near = nearest(
    name,
    catalogue.map(record => record.name),
  )
  const advice = near === undefined ? 'merit explain-code lists them all.' : `Did you mean ${near}?`
  throw usageError(`There is no finding called ${name}.`, advice)
}

/** Names by severity, as the checker's findings show them. */
function index(): string {
  return (['error', 'warning', 'hint'] as const)
    .map(severity => {
      const names = catalogue.filter(record => record.severity === severity).map(record => `  ${record.name}`)
      return [`${severity}s`, ...names.sort()].join('\n')
    })
    .join('\n\n')
}
