/** `merit explain-code NAME`: the page about findings of that name. */
import { nearest } from '@merit-lang/language'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { kindNames, kindOf, severityOf } from '../print/findings/kinds.ts'
import { print } from '../terminal.ts'

export function explainCodeCommand(name: string | undefined): ExitCode {
  if (name === undefined) print(index())
  else print(pageOf(name))
  return exitCodes.done
}

function pageOf(name: string): string {
  if (kindNames.includes(name)) return kindOf(name).page.trimEnd()
  const near = nearest(name, kindNames)
  const advice = near === undefined ? 'merit explain-code lists them all.' : `Did you mean ${near}?`
  throw usageError(`There is no finding called ${name}.`, advice)
}

/** Names by severity, as findings show them. */
function index(): string {
  return (['error', 'warning', 'hint'] as const)
    .map(severity => {
      const names = kindNames.filter(name => severityOf(name) === severity).map(name => `  ${name}`)
      return [`${severity}s`, ...names].join('\n')
    })
    .join('\n\n')
}
