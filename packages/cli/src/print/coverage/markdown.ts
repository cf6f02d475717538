/** Coverage as a part of a page: for the summary of a job, or a comment. */
import { type CoveredStatement, goalKinds, goalTitles, percentText, type Tally } from '@merit-lang/insight'
import { positionAt } from '@merit-lang/language'
import { code, codeInCell, plain, table } from '../markdown.ts'
import { counted } from '../numbers.ts'
import { shorten } from '../paint.ts'
import { type CoverageReport, shareText } from './report.ts'
import { gapsOf } from './words.ts'

/** Statements with something left to show; nobody reads on for longer. */
const most = 50

export function coverageAsMarkdown(report: CoverageReport): string {
  const { files, tally } = report
  const rows = files.map(one => row(codeInCell(one.path), one.tally))
  const titles = ['coverage', 'all:', ...goalKinds.map(kind => `${goalTitles[kind]}:`)]
  const all = table(titles, [...rows, ...(files.length > 1 ? [row('all files', tally)] : [])])
  return [all, ...uncovered(report)].join('\n\n')
}

const row = (name: string, tally: Tally) => [
  name,
  percentText(tally),
  ...goalKinds.map(kind => shareText(tally.kinds[kind])),
]

/** Of models without tests all is missing, which need not be listed. */
function uncovered({ files, tests }: CoverageReport): readonly string[] {
  const lines = tests === 0 ? [] : files.flatMap(({ path, statements }) => statements.flatMap(one => line(path, one)))
  if (lines.length === 0) return []
  const left = lines.length - most
  const more = left > 0 ? [`- … and ${counted(left, 'more statement')}: \`--format json\` has all of them.`] : []
  const list = [...lines.slice(0, most), ...more].join('\n')
  return [`<details><summary>Not covered: ${counted(lines.length, 'statement')}</summary>\n\n${list}\n\n</details>`]
}

function line(path: string, statement: CoveredStatement): readonly string[] {
  const gaps = gapsOf(statement).filter(({ isImpossible }) => !isImpossible)
  if (gaps.length === 0) return []
  const { span, name } = statement
  const place = code(`${path}:${positionAt(span.source, span.start).line}`)
  return [`- ${place} ${plain(shorten(name, 100))}: ${plain(gaps.map(({ text }) => text).join(', '))}`]
}
