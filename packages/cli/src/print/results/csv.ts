import { formatNumber, type Program, type Result } from '@merit-lang/runtime'
import type { ResultPrinter } from './printer.ts'

/** One row a lead; `score.fit`, `grade.tier`, `stage.MQL`; reasons and issues with semicolons between them. */
export function csvPrinter(program: Program): ResultPrinter {
  const scores = program.scores.map(({ name }) => name)
  const grades = program.grades.map(({ name }) => name)
  const stages = program.stages.map(({ name }) => name)
  const header = [
    'id',
    'at',
    ...scores.map(name => `score.${name}`),
    ...grades.map(name => `grade.${name}`),
    ...stages.map(name => `stage.${name}`),
    'disqualified',
    'issues',
    'revision',
  ]
  const cells = (result: Result) => [
    result.id ?? '',
    result.at,
    ...scores.map(name => formatNumber(result.scores[name] ?? 0)),
    ...grades.map(name => result.grades[name] ?? ''),
    ...stages.map(name => String(result.stages[name])),
    result.disqualified.join('; '),
    result.issues.map(({ message }) => message).join('; '),
    result.revision,
  ]
  return { start: csvLine(header), row: result => csvLine(cells(result)), end: () => '' }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

function csvCell(text: string): string {
  return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
