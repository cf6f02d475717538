/** Workflow commands of GitHub Actions: each finding is shown at its line in the pull request. */
import type { Finding, Findings, Severity } from './finding.ts'
import { pathsFromRoot } from './paths.ts'

const commands = { error: 'error', warning: 'warning', hint: 'notice' } satisfies { [S in Severity]: string }

export function findingsForGithub({ findings, summary }: Findings): string {
  const pathOf = pathsFromRoot()
  return [...findings.map(finding => annotation(finding, pathOf(finding.path))), summary].join('\n')
}

function annotation(finding: Finding, path: string): string {
  const { severity, name, message } = finding
  const properties = { file: path, ...region(finding), title: name }
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${commands[severity]} ${written.join(',')}::${data(message)}`
}

/** Columns are shown only within one line. */
function region({ start, end }: Finding): Readonly<Record<string, number>> {
  if (!start) return {}
  const lines = { line: start.line, endLine: end?.line ?? start.line }
  return start.line === end?.line ? { ...lines, col: start.column, endColumn: end.column } : lines
}

/** `%` first: the others are written with it. */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
