/** Findings as a part of a page: for the summary of a job, or a comment. */
import { codeInCell, table } from '../markdown.ts'
import { counted } from '../numbers.ts'
import { onOneLine, placeText } from './compact.ts'
import type { Finding, Findings } from './finding.ts'

/** Comments hold 65,536 characters, and nobody reads on for so long. */
const most = 100

export function findingsAsMarkdown({ command, findings, summary }: Findings): string {
  const title = `## merit ${command}`
  if (findings.length === 0) return `${title}\n\n${summary}`
  const rows = findings.slice(0, most).map(row)
  const left = findings.length - rows.length
  return [
    title,
    summary,
    table(['', 'where', 'what', ''], rows),
    ...(left > 0 ? [`${counted(left, 'more finding')} not shown here.`] : []),
  ].join('\n\n')
}

function row(finding: Finding): readonly string[] {
  const { severity, message, name } = finding
  return [severity, codeInCell(placeText(finding)), cell(message), codeInCell(name)]
}

/** Messages mark names with backticks, as Markdown does. */
const cell = (text: string) => onOneLine(text).replace(/[\\|<]/g, '\\$&')
