/** Results for people: the first leads, and what all of them come to. */
import { formatInstant, type Program } from '@merit-lang/runtime'
import type { Screen } from '../../terminal.ts'
import { counted, grouped, rounded, share } from '../numbers.ts'
import { onOneLine, type Paint, painter, shorten } from '../paint.ts'
import { type Column, renderTable } from '../table.ts'
import type { FirstLead, Spread, Tally } from './tally.ts'

const widestId = 36
const mostIssueLines = 8

export function renderResults(program: Program, tally: Tally, now: number, screen: Screen): string {
  const paint = painter(screen.color)
  const rows = tally.leads === 0 ? [] : [...leadRows(program, tally.first, paint), ...more(tally, paint), '']
  return `${[...rows, ...summaryLines(program, tally, now, { ...screen, paint })].join('\n')}\n`
}

function leadRows(program: Program, leads: readonly FirstLead[], paint: Paint): string[] {
  const columns: Column[] = [
    { title: 'id', align: 'left' },
    ...program.scores.map(({ name }): Column => ({ title: name, align: 'right' })),
    ...program.grades.map(({ name }): Column => ({ title: name, align: 'left' })),
    ...program.stages.map(({ name }): Column => ({ title: name, align: 'left' })),
    ...(leads.some(hasNote) ? [{ title: 'note', align: 'left' } as const] : []),
  ]
  return renderTable(
    columns,
    leads.map(lead => cellsOf(lead, paint)),
    paint,
  )
}

const hasNote = ({ reasons, issues }: FirstLead) => reasons.length + issues > 0

function cellsOf(lead: FirstLead, paint: Paint): string[] {
  return [
    shorten(onOneLine(String(lead.id)), widestId),
    ...lead.points.map(rounded),
    ...lead.labels,
    ...lead.stages.map(holds => (holds ? paint.good('yes') : paint.dim('–'))),
    noteOf(lead, paint),
  ]
}

function noteOf({ reasons, issues }: FirstLead, paint: Paint): string {
  const disqualified = reasons.length > 0 ? [paint.bad(`disqualified: ${shorten(reasons.join(', '), 40)}`)] : []
  const count = issues > 0 ? [paint.warn(counted(issues, 'issue'))] : []
  return [...disqualified, ...count].join(', ')
}

function more({ leads, first }: Tally, paint: Paint): string[] {
  const rest = leads - first.length
  return rest > 0 ? [paint.dim(`… and ${grouped(rest)} more (--format csv shows them all)`)] : []
}

function summaryLines(
  program: Program,
  tally: Tally,
  now: number,
  { width, paint }: Screen & { readonly paint: Paint },
): string[] {
  const { leads } = tally
  const when = leads > 0 ? `, scored for ${formatInstant(now)}, revision ${program.revision}` : ''
  const rows = [
    ...program.scores.map(({ name }, index) => [name, spreadOf(tally.scores[index] as Spread, leads)]),
    ...program.grades.map((grade, index) => [grade.name, labelsOf(grade, tally.labels[index] as Map<string, number>)]),
    ...program.stages.map(({ name }, index) => [name, partOf(tally.stages[index] as number, leads)]),
    ...(program.disqualifications.length > 0 ? [['disqualified', partOf(tally.disqualified, leads)]] : []),
  ]
  const columns: Column[] = [
    { title: '', align: 'left' },
    { title: '', align: 'left' },
  ]
  return [
    `${paint.bold(counted(leads, 'lead'))}${when}`,
    ...renderTable(columns, rows, paint).map(line => `  ${line}`),
    ...issueLines(tally, width, paint),
  ]
}

function spreadOf({ least, sum, most }: Spread, leads: number): string {
  const [from, to, mean] = leads === 0 ? [0, 0, 0] : [least, most, sum / leads]
  return `${rounded(from / 1e6)} to ${rounded(to / 1e6)}, mean ${rounded(mean / 1e6)}`
}

/** In the order of the grade's cases; of a joined grade by name. */
function labelsOf(grade: Program['grades'][number], counts: ReadonlyMap<string, number>): string {
  const labels =
    grade.kind === 'joined'
      ? [...counts.keys()].sort()
      : new Set([...grade.cases.map(({ label }) => label), grade.otherwise])
  return [...labels].map(label => `${label} ${grouped(counts.get(label) ?? 0)}`).join(', ')
}

function partOf(part: number, leads: number): string {
  return `${grouped(part)} (${share(part, leads)})`
}

/** Most frequent first. */
function issueLines({ issues, withIssues }: Tally, width: number, paint: Paint): string[] {
  if (withIssues === 0) return []
  const kinds = [...issues.values()].sort((a, b) => b.count - a.count)
  const shown = kinds.slice(0, mostIssueLines)
  const rest = kinds.length - shown.length
  return [
    '',
    paint.warn(`${counted(withIssues, 'lead')} with issues; what did not fit counted as unknown`),
    ...shown.map(({ count, example }) => `  ${grouped(count)}×  ${shorten(onOneLine(example), width - 10)}`),
    ...(rest > 0 ? [`  … and ${counted(rest, 'other kind')}`] : []),
  ]
}
