/** Coverage as a part of a page: for the summary of a job, or a comment. */
import { goalKinds, goalTitles, percentText, type Tally } from '@merit-lang/insight'
import { codeInCell, table } from '../markdown.ts'
import { type CoverageReport, shareText } from './report.ts'

export function coverageAsMarkdown({ files, tally }: CoverageReport): string {
  const rows = files.map(one => row(codeInCell(one.path), one.tally))
  const titles = ['coverage', 'all:', ...goalKinds.map(kind => `${goalTitles[kind]}:`)]
  return table(titles, [...rows, ...(files.length > 1 ? [row('all files', tally)] : [])])
}

const row = (name: string, tally: Tally) => [
  name,
  percentText(tally),
  ...goalKinds.map(kind => shareText(tally.kinds[kind])),
]
