/** A diff as a page: for a comment on a pull request, or the summary of a job. */
import { isAlike } from '@merit-lang/analysis'
import {
  type AffectedLead,
  type Cause,
  type Change,
  type GradeImpact,
  type Impact,
  marks,
  partsOf,
  type ScoreImpact,
  type StageImpact,
  subjectText,
} from '@merit-lang/insight'
import { evidenceOf, relationOf } from '../comparison/account.ts'
import { counted, grouped, rounded, signed } from '../numbers.ts'
import { onOneLine, shorten } from '../paint.ts'
import {
  aloneText,
  type ComparedModels,
  causeText,
  type DiffAccount,
  effectText,
  headline,
  isSame,
  type ModelDiff,
  type ModelDiffOf,
  moveText,
  proofAccount,
  proofText,
  scoredFor,
  summaryOf,
  toldModels,
} from './account.ts'

/** In characters: comments hold 65,536. */
const longest = 60_000
/** So many rows and ids a list has; fewer where the page is too long otherwise. */
const lengths = [500, 100, 20, 5]

export function diffAsMarkdown(account: DiffAccount): string {
  for (const most of lengths) {
    const page = pageOf(account, most)
    if (page.length <= longest) return page
  }
  const page = pageOf(account, 0)
  return page.length <= longest ? page : cutOff(page, account)
}

/** Before a model, so that nothing is left open that folds. */
function cutOff(page: string, account: DiffAccount): string {
  const end = page.lastIndexOf('\n\n## ', longest)
  const kept = page.slice(0, end > 0 ? end : page.lastIndexOf('\n', longest))
  return [kept, '… cut off here.', summaryLine(account)].join('\n\n')
}

function pageOf(account: DiffAccount, most: number): string {
  const models = toldModels(account).flatMap(model => [
    ...heading(model),
    ...gates(model),
    ...body(model, { account, most }),
  ])
  return [...models, summaryLine(account)].filter(part => part !== '').join('\n\n')
}

const summaryLine = (account: DiffAccount) => `_${summaryOf(account)}._`

interface Page {
  readonly account: DiffAccount
  /** How long lists are. */
  readonly most: number
}

function heading(model: ModelDiff): readonly string[] {
  const before = model.kind === 'added' ? 'nothing' : code(model.before.label)
  const after = model.kind === 'removed' ? 'nothing' : code(model.after.label)
  return [`## ${cell(model.name)}`, `${before} → ${after}`]
}

function gates({ exceeded }: ModelDiff): readonly string[] {
  const rows = exceeded.map(({ gate, message }) => `- ❌ \`--${gate}\`: ${cell(message)}`)
  return rows.length > 0 ? [rows.join('\n')] : []
}

const bodies = {
  added: model => [cell(aloneText(model))],
  removed: model => [cell(aloneText(model))],
  unread: ({ why }) => [`**Not compared:** ${cell(why)}`],
  compared: (model, page) => [
    ...(model.impact ? [`**${cell(headline(model.impact))}**`] : []),
    ...changes(model, page),
    ...(model.impact && model.impact.affected > 0 ? impact(model.impact, page) : []),
    ...proof(model),
  ],
} satisfies { [K in ModelDiff['kind']]: (model: ModelDiffOf<K>, page: Page) => readonly string[] }

function body(model: ModelDiff, page: Page): readonly string[] {
  return (bodies[model.kind] as (model: ModelDiff, page: Page) => readonly string[])(model, page)
}

// ---------------------------------------------------------------- changes and proof

function changes(model: ComparedModels, { most }: Page): readonly string[] {
  const { entries } = model.changes
  if (entries.length === 0) return [isSame(model) ? 'No change in meaning.' : 'No change that has a name.']
  const rows = entries.flatMap(changeRows)
  return ['### What changed', table(['', 'what', 'before', 'after'], rows, most)]
}

function changeRows(change: Change): readonly (readonly string[])[] {
  const first = [marks[change.kind], cell(subjectText(change))]
  const parts = partsOf(change)
  if (parts.length === 0) return [[...first, '', '']]
  return parts.map(({ what, before, after }, i) => [
    ...(i === 0 ? [first[0] as string, [first[1], what].filter(Boolean).join(': ')] : ['', what]),
    before === undefined ? '' : code(before),
    after === undefined ? '' : code(after),
  ])
}

function proof(model: ComparedModels): readonly string[] {
  if (!('comparison' in model.proof)) return ['### For all leads that there may be', cell(proofText(model))]
  const account = proofAccount(model, model.proof.comparison)
  if (account.comparison.alike) return [cell(proofText(model))]
  const rows = account.comparison.outcomes.map(one => [
    isAlike(one) ? '=' : '≠',
    `${one.kind} ${cell(one.name)}`,
    cell(relationOf(one, account.paths)),
  ])
  const evidence = account.comparison.outcomes.flatMap(one =>
    evidenceOf(one, account).map(({ way, text }) => `- ${one.kind} ${cell(one.name)}, ${way}: ${cell(text)}`),
  )
  return [
    '### For all leads that there may be',
    cell(proofText(model)),
    table(['', 'outcome', ''], rows, 100),
    ...folded('Leads that show it', evidence.slice(0, 50).join('\n')),
  ]
}

// ---------------------------------------------------------------- leads

function impact(found: Impact, page: Page): readonly string[] {
  const { stages, grades, scores, causes, mostAffected } = found
  return [
    `### ${cell(scoredFor(page.account))}`,
    ...stageTable(stages),
    ...causeTable(causes, page),
    ...stages.flatMap(one => [
      ...ids(`enter ${one.name}`, one.entering, page),
      ...ids(`leave ${one.name}`, one.leaving, page),
    ]),
    ...grades.flatMap(grade => gradeTables(grade, page)),
    ...scoreTable(scores.filter(({ raised, lowered }) => raised + lowered > 0)),
    ...affected(mostAffected, page),
  ]
}

function stageTable(stages: readonly StageImpact[]): readonly string[] {
  const rows = stages.map(({ name, before, after, entering, leaving }) => [
    cell(name),
    ...[before, after].map(grouped),
    `+${grouped(entering.length)}`,
    `−${grouped(leaving.length)}`,
  ])
  return rows.length > 0 ? [table(['stage', 'before:', 'after:', 'enter:', 'leave:'], rows, 100)] : []
}

function causeTable(causes: readonly Cause[], { most }: Page): readonly string[] {
  const rows = causes.map(cause => [cell(causeText(cause)), cell(effectText(cause))])
  return rows.length > 0 ? [table(['because of', 'what it does'], rows, Math.min(25, most))] : []
}

function ids(title: string, all: readonly string[], { most }: Page): readonly string[] {
  if (all.length === 0) return []
  const shown = all.slice(0, most).map(id => code(shorten(id, 80)))
  const more = all.length - shown.length
  const text = [...shown, ...(more > 0 ? [`and ${grouped(more)} more, which \`--format json\` lists`] : [])].join(', ')
  return folded(`${counted(all.length, 'lead')} ${all.length === 1 ? title.replace(/^(\w+)/, '$1s') : title}`, text)
}

function gradeTables({ name, labels, moves }: GradeImpact, page: Page): readonly string[] {
  if (moves.length === 0) return []
  const rows = labels.map(({ label, before, after }) => [cell(label), grouped(before), grouped(after)])
  return [
    table([`grade ${cell(name)}`, 'before:', 'after:'], rows, 100),
    ...moves.slice(0, 20).flatMap(({ from, to, ids: all }) => ids(`move from ${from} to ${to}`, all, page)),
  ]
}

function scoreTable(scores: readonly ScoreImpact[]): readonly string[] {
  const rows = scores.map(({ name, raised, lowered, shift }) => [
    cell(name),
    ...[raised, lowered].map(grouped),
    ...[shift.mean, shift.least, shift.most].map(signed),
  ])
  return rows.length > 0 ? [table(['score', 'raised:', 'lowered:', 'mean:', 'least:', 'most:'], rows, 100)] : []
}

function affected(leads: readonly AffectedLead[], { most }: Page): readonly string[] {
  const rows = leads.slice(0, Math.max(1, most)).flatMap(leadRows)
  return folded('The most affected leads', table(['lead', '', ''], rows, 1000))
}

function leadRows({ id, before, after, differences }: AffectedLead): readonly (readonly string[])[] {
  const scores = Object.keys(after.scores).filter(
    name => before.scores[name] !== undefined && before.scores[name] !== after.scores[name],
  )
  const stages = [
    ...after.stages.filter(name => !before.stages.includes(name)).map(name => `becomes ${name}`),
    ...before.stages.filter(name => !after.stages.includes(name)).map(name => `no longer ${name}`),
  ]
  const lines = [
    ...scores.map(name => [`**${cell(name)}**`, moveText(before.scores[name] as number, after.scores[name] as number)]),
    ...differences.map(one => [cell(causeText(one)), `${rounded(one.before)} → ${rounded(one.after)}`]),
  ]
  const [first = ['', ''], ...rest] = lines
  const name = `${code(shorten(id, 80))}${stages.length > 0 ? `<br>${cell(stages.join(', '))}` : ''}`
  return [[name, ...first], ...rest.map(line => ['', ...line])]
}

// ---------------------------------------------------------------- Markdown

/** A title that ends with `:` is that of a column of numbers. */
function table(titles: readonly string[], rows: readonly (readonly string[])[], most: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const shown = rows.slice(0, Math.max(1, most))
  const more = rows.length - shown.length
  return [
    line(titles.map(title => title.replace(/:$/, ''))),
    line(titles.map(title => (title.endsWith(':') ? '---:' : '---'))),
    ...shown.map(line),
    ...(more > 0 ? [`\n… and ${grouped(more)} more rows.`] : []),
  ].join('\n')
}

/** The blank lines make what is inside Markdown again. */
function folded(title: string, inside: string): readonly string[] {
  return inside === '' ? [] : [`<details><summary>${cell(title)}</summary>\n\n${inside}\n\n</details>`]
}

const cell = (text: string) => onOneLine(text).replace(/[\\|*_`<>[\]]/g, '\\$&')
/** Backticks inside are shown as quotes: what is longer than the longest run of them would have to stand around it. */
const code = (text: string) => `\`${onOneLine(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``
