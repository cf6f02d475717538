/** Results for people: the first leads, and what all of them come to. */
import type { Program, Result } from '@merit-lang/runtime'
import type { Screen } from '../../terminal.ts'
import { counted, grouped, rounded, share } from '../numbers.ts'
import { onOneLine, type Paint, painter, shorten } from '../paint.ts'
import { type Column, renderTable } from '../table.ts'
import type { ResultPrinter } from './printer.ts'
import { Summary } from './summary.ts'

/** Rows that are shown. */
const shown = 20
const widestId = 36
const mostIssueLines = 8

export function tablePrinter(program: Program, screen: Screen): ResultPrinter {
  const paint = painter(screen.color)
  const summary = new Summary()
  const first: Result[] = []
  return {
    start: '',
    row: result => {
      summary.add(result)
      if (first.length < shown) first.push(result)
      return ''
    },
    end: () => {
      const rows = first.length === 0 ? [] : [...resultRows(program, first, paint), ...more(summary, paint), '']
      return `${[...rows, ...summaryLines(program, summary, first[0], { ...screen, paint })].join('\n')}\n`
    },
  }
}

function resultRows(program: Program, results: readonly Result[], paint: Paint): string[] {
  const columns: Column[] = [
    { title: 'id', align: 'left' },
    ...program.scores.map(({ name }): Column => ({ title: name, align: 'right' })),
    ...program.grades.map(({ name }): Column => ({ title: name, align: 'left' })),
    ...program.stages.map(({ name }): Column => ({ title: name, align: 'left' })),
    ...(results.some(hasNote) ? [{ title: 'note', align: 'left' } as const] : []),
  ]
  return renderTable(
    columns,
    results.map(result => cellsOf(program, result, paint)),
    paint,
  )
}

const hasNote = ({ disqualified, issues }: Result) => disqualified.length + issues.length > 0

function cellsOf(program: Program, result: Result, paint: Paint): string[] {
  return [
    shorten(onOneLine(result.id ?? ''), widestId),
    ...program.scores.map(({ name }) => rounded(result.scores[name] ?? 0)),
    ...program.grades.map(({ name }) => result.grades[name] ?? ''),
    ...program.stages.map(({ name }) => (result.stages[name] ? paint.good('yes') : paint.dim('–'))),
    noteOf(result, paint),
  ]
}

function noteOf({ disqualified, issues }: Result, paint: Paint): string {
  const reasons = disqualified.length > 0 ? [paint.bad(`disqualified: ${shorten(disqualified.join(', '), 40)}`)] : []
  const count = issues.length > 0 ? [paint.warn(counted(issues.length, 'issue'))] : []
  return [...reasons, ...count].join(', ')
}

function more(summary: Summary, paint: Paint): string[] {
  const rest = summary.leads - shown
  return rest > 0 ? [paint.dim(`… and ${grouped(rest)} more (--format csv shows them all)`)] : []
}

function summaryLines(
  program: Program,
  summary: Summary,
  first: Result | undefined,
  { width, paint }: Screen & { readonly paint: Paint },
): string[] {
  const when = first ? `, scored for ${first.at}, revision ${first.revision}` : ''
  const rows = [
    ...program.scores.map(({ name }) => [name, spreadOf(summary, name)]),
    ...program.grades.map(grade => [grade.name, labelsOf(summary, grade)]),
    ...program.stages.map(({ name }) => [name, partOf(summary.inStage(name), summary)]),
    ...(program.disqualifications.length > 0 ? [['disqualified', partOf(summary.disqualified, summary)]] : []),
  ]
  const columns: Column[] = [
    { title: '', align: 'left' },
    { title: '', align: 'left' },
  ]
  return [
    `${paint.bold(counted(summary.leads, 'lead'))}${when}`,
    ...renderTable(columns, rows, paint).map(line => `  ${line}`),
    ...issueLines(summary, width, paint),
  ]
}

function spreadOf(summary: Summary, score: string): string {
  const { least, mean, most } = summary.spread(score)
  return `${rounded(least)} to ${rounded(most)}, mean ${rounded(mean)}`
}

function labelsOf(summary: Summary, grade: Program['grades'][number]): string {
  return summary
    .labels(grade)
    .map(([label, leads]) => `${label} ${grouped(leads)}`)
    .join(', ')
}

function partOf(leads: number, summary: Summary): string {
  return `${grouped(leads)} (${share(leads, summary.leads)})`
}

function issueLines(summary: Summary, width: number, paint: Paint): string[] {
  const kinds = summary.issues()
  if (kinds.length === 0) return []
  const shownKinds = kinds.slice(0, mostIssueLines)
  const rest = kinds.length - shownKinds.length
  return [
    '',
    paint.warn(`${counted(summary.withIssues, 'lead')} with issues; what did not fit counted as unknown`),
    ...shownKinds.map(({ count, example }) => `  ${grouped(count)}×  ${shorten(onOneLine(example), width - 10)}`),
    ...(rest > 0 ? [`  … and ${counted(rest, 'other kind')}`] : []),
  ]
}
