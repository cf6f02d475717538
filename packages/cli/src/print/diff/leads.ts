/** What a change does to the leads of a file, for a terminal. */
import type {
  AffectedLead,
  Cause,
  GradeImpact,
  Impact,
  Membership,
  ScoreImpact,
  StageImpact,
} from '@merit-lang/insight'
import { bar } from '../bar.ts'
import { counted, grouped, rounded, signed } from '../numbers.ts'
import { onOneLine, shorten, wrap } from '../paint.ts'
import { type Column, renderTable } from '../table.ts'
import { scoredFor } from './account.ts'
import type { Page } from './pretty.ts'
import { causeText, effectText, headline, membershipsOf, passagesOf, scoreMoves } from './words.ts'

export function impactLines(impact: Impact, page: Page): readonly string[] {
  const { paint, account, width } = page
  return [
    `  ${paint.bold(scoredFor(account))}`,
    ...wrap(headline(impact), width - 2).map(line => `  ${line}`),
    ...(impact.affected > 0 ? details(impact, page) : []),
  ]
}

function details(impact: Impact, page: Page): readonly string[] {
  return [
    ...stageLines(impact, page),
    ...impact.grades.flatMap(grade => gradeLines(grade, page)),
    ...impact.scores.flatMap(score => scoreLines(score, page)),
    ...causeLines(impact.causes, page),
    ...affectedLines(impact.mostAffected, page),
  ]
}

const left = (title: string): Column => ({ title, align: 'left' })
const right = (title: string): Column => ({ title, align: 'right' })
const indented = (lines: readonly string[]) => lines.map(line => `  ${line}`)

// ---------------------------------------------------------------- stages and grades

function stageLines(impact: Impact, page: Page): readonly string[] {
  const rows = membershipsOf(impact)
  if (rows.length === 0) return []
  const table = renderTable(
    [left('stage'), right('before'), right('after'), right('enter'), right('leave')],
    rows.map(one => [
      titleOf(one),
      grouped(one.before),
      grouped(one.after),
      page.paint.good(`+${grouped(one.entering.length)}`),
      page.paint.bad(`−${grouped(one.leaving.length)}`),
    ]),
    page.paint,
  )
  return ['', ...indented(table), ...rows.flatMap(one => passageLines(one, page))]
}

const titleOf = ({ name, onlyIn }: { readonly name: string } & Partial<Pick<StageImpact, 'onlyIn'>>) =>
  onlyIn ? `${name} (${onlyIn === 'after' ? 'new' : 'gone'})` : name

function passageLines(
  { name, entering, leaving }: Membership & { readonly name: string },
  page: Page,
): readonly string[] {
  return [...idLines(`enter ${name}`, entering, page), ...idLines(`leave ${name}`, leaving, page)]
}

/** Two lines of ids at most; JSON has them all. */
function idLines(title: string, ids: readonly string[], { paint, width }: Page): readonly string[] {
  if (ids.length === 0) return []
  const room = 2 * (width - 20) - title.length
  const shown = fitting(ids, room)
  const more = ids.length - shown.length
  const text = `${shown.join(', ')}${more > 0 ? `, … and ${grouped(more)} more` : ''}`
  const [first = '', ...rest] = wrap(text, width - title.length - 6)
  return [`  ${paint.accent(title)}: ${first}`, ...rest.map(line => `  ${' '.repeat(title.length)}  ${line}`)]
}

function fitting(ids: readonly string[], room: number): readonly string[] {
  const written: string[] = []
  let length = 0
  for (const id of ids) {
    const text = shorten(onOneLine(id), 40)
    length += text.length + 2
    if (length > room && written.length > 0) return written
    written.push(text)
  }
  return written
}

function gradeLines({ name, onlyIn, labels, moves }: GradeImpact, page: Page): readonly string[] {
  if (moves.length === 0) return []
  const table = renderTable(
    [left(`grade ${titleOf({ name, ...(onlyIn ? { onlyIn } : {}) })}`), right('before'), right('after')],
    labels.map(({ label, before, after }) => [label, grouped(before), grouped(after)]),
    page.paint,
  )
  return [
    '',
    ...indented(table),
    ...moves.slice(0, 6).flatMap(({ from, to, ids }) => idLines(`${from} → ${to}, ${grouped(ids.length)}`, ids, page)),
  ]
}

// ---------------------------------------------------------------- scores

function scoreLines(
  { name, onlyIn, raised, lowered, shift, shifts }: ScoreImpact,
  { paint, width }: Page,
): readonly string[] {
  if (onlyIn) return ['', `  score ${titleOf({ name, onlyIn })}`]
  if (raised + lowered === 0) return []
  const most = Math.max(...shifts.map(({ leads }) => leads))
  const rows = shifts.filter(({ leads }) => leads > 0)
  const table = renderTable(
    [right('moved by'), right('leads'), left('')],
    rows.map(({ low, high, leads }) => [
      `${signed(low)} to ${signed(high)}`,
      grouped(leads),
      paint.accent(bar(leads, most, Math.min(40, width - 40))),
    ]),
    paint,
  )
  const facts = [`${grouped(raised)} raised`, `${grouped(lowered)} lowered`, `mean ${signed(shift.mean)}`]
  return [
    '',
    `  score ${paint.bold(name)}: ${facts.join(', ')}, furthest ${rounded(shift.furthest)}`,
    ...indented(table),
  ]
}

// ---------------------------------------------------------------- causes and leads

/** So many are told. */
const mostCauses = 12
const mostLeads = 10

function causeLines(causes: readonly Cause[], { paint, width }: Page): readonly string[] {
  if (causes.length === 0) return []
  const lines = causes
    .slice(0, mostCauses)
    .flatMap(cause => [
      `  ${shorten(onOneLine(causeText(cause)), width - 2)}`,
      paint.dim(`      ${shorten(effectText(cause), width - 6)}`),
    ])
  const more = causes.length - mostCauses
  return [
    '',
    `  ${paint.bold('Because of')}`,
    ...lines,
    ...(more > 0 ? [paint.dim(`  … and ${counted(more, 'other cause')}`)] : []),
  ]
}

function affectedLines(leads: readonly AffectedLead[], page: Page): readonly string[] {
  const lines = leads.slice(0, mostLeads).flatMap(lead => leadLines(lead, page))
  return ['', `  ${page.paint.bold('Most affected')}`, ...lines]
}

function leadLines(lead: AffectedLead, { paint, width }: Page): readonly string[] {
  const { gained, lost } = passagesOf(lead)
  const facts = [
    ...gained.map(text => paint.good(text)),
    ...lost.map(text => paint.bad(text)),
    ...scoreMoves(lead).map(([name, move]) => `${name} ${move}`),
  ]
  return [
    `  ${paint.accent(shorten(onOneLine(lead.id), 40))}  ${facts.join(', ')}`,
    ...lead.differences.map(one => {
      const points = `: ${rounded(one.before)} → ${rounded(one.after)}`
      return paint.dim(`      ${shorten(onOneLine(causeText(one)), width - 6 - points.length)}${points}`)
    }),
  ]
}
