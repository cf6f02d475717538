/** One line for each finding, as editors and `grep` read them: `path:line:column: severity: message (name)`. */
import type { Finding, Findings, Place } from './finding.ts'

export function findingsInLines({ findings }: Findings): string {
  return findings.map(line).join('\n')
}

function line(finding: Finding): string {
  const { severity, message, name } = finding
  return `${placeText(finding)}: ${severity}: ${onOneLine(message)} (${name})`
}

/** `path:line:column`; the beginning of the file where it is about the whole. */
export function placeText({ path, start = { line: 1, column: 1 } }: Place): string {
  return `${path}:${start.line}:${start.column}`
}

export const onOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')
