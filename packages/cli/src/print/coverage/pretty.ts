/** Coverage for people: a line for each file, then what no test shows, and leads that would. */

import { type CoveredStatement, goalKinds, goalTitles, percentOf, percentText, type Tally } from '@merit-lang/insight'
import { positionAt } from '@merit-lang/language'
import type { Screen } from '../../terminal.ts'
import { counted } from '../numbers.ts'
import { columnsOf, type Paint, padStart, painter, shorten } from '../paint.ts'
import { renderTable } from '../table.ts'
import { type CoverageReport, type CoveredFile, shareText } from './report.ts'
import { type Gap, gapsOf } from './words.ts'

/** Statements with something left to show; nobody reads on for longer. */
const most = 20

export function renderCoverage(report: CoverageReport, { color, width }: Screen): string {
  const paint = painter(color)
  const columns = Math.min(110, width)
  if (report.files.length === 0)
    return paint.dim('Nothing to cover: no model that runs has a rule, grade, stage or disqualification.')
  return [...table(report, columns, paint), ...gaps(report, columns, paint)].join('\n')
}

function table({ files, tally }: CoverageReport, width: number, paint: Paint): readonly string[] {
  const left = ['coverage', ...files.map(({ path }) => path), ...(files.length > 1 ? ['all files'] : [])]
  const tallies = [...files.map(one => one.tally), ...(files.length > 1 ? [tally] : [])]
  const numbers = [['all', ...goalKinds.map(kind => goalTitles[kind])], ...tallies.map(cells)]
  const rest = numbers[0]?.map((_, at) => Math.max(...numbers.map(row => columnsOf(row[at] ?? '')))) ?? []
  const room = Math.max(8, width - rest.reduce((sum, one) => sum + one + 2, 0))
  const rows = left.map((text, i) => [shortenFront(text, room), ...(numbers[i] ?? [])])
  const aligned = [{ title: '', align: 'left' as const }, ...rest.map(() => ({ title: '', align: 'right' as const }))]
  const [head = '', ...lines] = renderTable(aligned, rows, paint)
  return [paint.dim(head), ...lines.map((line, i) => painted(line, tallies[i] as Tally, paint))]
}

const cells = (tally: Tally) => [percentText(tally), ...goalKinds.map(kind => shareText(tally.kinds[kind]))]
const painted = (line: string, tally: Tally, paint: Paint) =>
  percentOf(tally) === 100 ? paint.good(line) : percentOf(tally) < 50 ? paint.warn(line) : line

/** Paths tell more at their end. */
function shortenFront(text: string, columns: number): string {
  const letters = Array.from(text)
  return letters.length <= columns ? text : `…${letters.slice(1 - columns).join('')}`
}

/** Of models without tests all is missing, which need not be listed. */
function gaps({ files, tests, tally }: CoverageReport, width: number, paint: Paint): readonly string[] {
  if (tests === 0) return ['', 'No test shows anything of this. merit generate-tests writes tests of all of it.']
  const open = files.map(file => ({ file, open: file.statements.filter(one => gapsOf(one).some(isOpen)) }))
  const left = open.reduce((sum, one) => sum + one.open.length, 0)
  let room = most
  const listed = open.flatMap(({ file, open: statements }) => {
    const shown = statements.slice(0, room)
    room -= shown.length
    return shown.length > 0
      ? ['', paint.bold(file.path), ...shown.flatMap(one => statementLines(one, width, paint))]
      : []
  })
  return [
    ...(left > 0 ? ['', paint.bold('Not covered')] : []),
    ...listed,
    ...(left > most
      ? ['', paint.dim(`… and ${counted(left - most, 'more statement')}: --format json has all of them.`)]
      : []),
    ...impossible(files, tally, width, paint),
  ]
}

const isOpen = ({ isImpossible }: Gap) => !isImpossible

/** `  12  when industry in [SaaS] add 15` and below it what was never seen. */
function statementLines(statement: CoveredStatement, width: number, paint: Paint): readonly string[] {
  const title = `${lineOf(statement)}  ${shorten(statement.name, width - 8)}`
  return [
    title,
    ...gapsOf(statement)
      .filter(isOpen)
      .map(gap => gapLine(gap, width, paint)),
  ]
}

function lineOf({ span }: CoveredStatement): string {
  return padStart(String(positionAt(span.source, span.start).line), 6)
}

function gapLine({ text, example }: Gap, width: number, paint: Paint): string {
  const shown = shorten(text, width - 10)
  const room = width - 12 - columnsOf(shown)
  const hint = example && room >= 24 ? `  ${paint.dim(shorten(`e.g. ${example}`, room))}` : ''
  return `          ${paint.warn(shown)}${hint}`
}

/** Proved, and said, since it may be a mistake. */
function impossible(files: readonly CoveredFile[], tally: Tally, width: number, paint: Paint): readonly string[] {
  if (tally.impossible === 0) return []
  const lines = files.flatMap(({ statements }) =>
    statements.flatMap(one =>
      gapsOf(one)
        .filter(gap => !isOpen(gap))
        .map(({ text }) => paint.dim(shorten(`${lineOf(one)}  ${one.name}  ${text}`, width))),
    ),
  )
  return ['', 'Cannot happen, which is proved, and does not count', ...lines.slice(0, most)]
}
