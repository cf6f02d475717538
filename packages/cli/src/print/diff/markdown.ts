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
  subjectText,
} from '@merit-lang/insight'
import { evidenceOf, relationOf } from '../comparison/account.ts'
import { escapedText } from '../findings/xml.ts'
import { code, codeInCell, plain, table } from '../markdown.ts'
import { counted, grouped, rounded, signed } from '../numbers.ts'
import { shorten } from '../paint.ts'
import {
  aloneText,
  type ComparedModels,
  type DiffAccount,
  isSame,
  type ModelDiff,
  type ModelDiffOf,
  proofAccount,
  proofText,
  scoredFor,
  summaryOf,
  toldModels,
} from './account.ts'
import { causeText, effectText, headline, membershipsOf, passagesOf, scoreMoves } from './words.ts'

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
  return [`## ${plain(model.name)}`, `${before} → ${after}`]
}

function gates({ exceeded }: ModelDiff): readonly string[] {
  const rows = exceeded.map(({ gate, message }) => `- ❌ \`--${gate}\`: ${plain(message)}`)
  return rows.length > 0 ? [rows.join('\n')] : []
}

const bodies = {
  added: model => [plain(aloneText(model))],
  removed: model => [plain(aloneText(model))],
  unread: ({ why }) => [`**Not compared:** ${plain(why)}`],
  compared: (model, page) => [
    ...(model.impact ? [`**${plain(headline(model.impact))}**`] : []),
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
  return ['### What changed', shortTable(['', 'what', 'before', 'after'], rows, most)]
}

function changeRows(change: Change): readonly (readonly string[])[] {
  const first = [marks[change.kind], plain(subjectText(change))]
  const parts = partsOf(change)
  if (parts.length === 0) return [[...first, '', '']]
  return parts.map(({ what, before, after }, i) => [
    ...(i === 0 ? [first[0] as string, [first[1], what].filter(Boolean).join(': ')] : ['', what]),
    before === undefined ? '' : codeInCell(before),
    after === undefined ? '' : codeInCell(after),
  ])
}

function proof(model: ComparedModels): readonly string[] {
  if (!('comparison' in model.proof)) return ['### For all leads that there may be', plain(proofText(model))]
  const account = proofAccount(model, model.proof.comparison)
  if (account.comparison.alike) return [plain(proofText(model))]
  const rows = account.comparison.outcomes.map(one => [
    isAlike(one) ? '=' : '≠',
    `${one.kind} ${plain(one.name)}`,
    plain(relationOf(one, account.paths)),
  ])
  const evidence = account.comparison.outcomes.flatMap(one =>
    evidenceOf(one, account).map(({ way, text }) => `- ${one.kind} ${plain(one.name)}, ${way}: ${plain(text)}`),
  )
  return [
    '### For all leads that there may be',
    plain(proofText(model)),
    shortTable(['', 'outcome', ''], rows, 100),
    ...folded('Leads that show it', evidence.slice(0, 50).join('\n')),
  ]
}

// ---------------------------------------------------------------- leads

function impact(found: Impact, page: Page): readonly string[] {
  const { grades, scores, causes, mostAffected } = found
  const memberships = membershipsOf(found)
  return [
    `### ${plain(scoredFor(page.account))}`,
    ...stageTable(memberships),
    ...causeTable(causes, page),
    ...memberships.flatMap(one => [
      ...ids(`enter ${one.name}`, one.entering, page),
      ...ids(`leave ${one.name}`, one.leaving, page),
    ]),
    ...grades.flatMap(grade => gradeTables(grade, page)),
    ...scoreTable(scores.filter(({ raised, lowered }) => raised + lowered > 0)),
    ...affected(mostAffected, page),
  ]
}

function stageTable(stages: ReturnType<typeof membershipsOf>): readonly string[] {
  const rows = stages.map(({ name, before, after, entering, leaving }) => [
    plain(name),
    ...[before, after].map(grouped),
    `+${grouped(entering.length)}`,
    `−${grouped(leaving.length)}`,
  ])
  return rows.length > 0 ? [shortTable(['stage', 'before:', 'after:', 'enter:', 'leave:'], rows, 100)] : []
}

function causeTable(causes: readonly Cause[], { most }: Page): readonly string[] {
  const rows = causes.map(cause => [plain(causeText(cause)), plain(effectText(cause))])
  return rows.length > 0 ? [shortTable(['because of', 'what it does'], rows, Math.min(25, most))] : []
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
  const rows = labels.map(({ label, before, after }) => [plain(label), grouped(before), grouped(after)])
  return [
    shortTable([`grade ${plain(name)}`, 'before:', 'after:'], rows, 100),
    ...moves.slice(0, 20).flatMap(({ from, to, ids: all }) => ids(`move from ${from} to ${to}`, all, page)),
  ]
}

function scoreTable(scores: readonly ScoreImpact[]): readonly string[] {
  const rows = scores.map(({ name, raised, lowered, shift }) => [
    plain(name),
    ...[raised, lowered].map(grouped),
    ...[shift.mean, shift.least, shift.most].map(signed),
  ])
  return rows.length > 0 ? [shortTable(['score', 'raised:', 'lowered:', 'mean:', 'least:', 'most:'], rows, 100)] : []
}

function affected(leads: readonly AffectedLead[], { most }: Page): readonly string[] {
  const rows = leads.slice(0, Math.max(1, most)).flatMap(leadRows)
  return folded('The most affected leads', shortTable(['lead', '', ''], rows, 1000))
}

function leadRows(lead: AffectedLead): readonly (readonly string[])[] {
  const { gained, lost } = passagesOf(lead)
  const passages = [...gained, ...lost].join(', ')
  const lines = [
    ...scoreMoves(lead).map(([name, move]) => [`**${plain(name)}**`, move]),
    ...lead.differences.map(one => [plain(causeText(one)), `${rounded(one.before)} → ${rounded(one.after)}`]),
  ]
  const [first = ['', ''], ...rest] = lines
  const name = `${codeInCell(shorten(lead.id, 80))}${passages === '' ? '' : `<br>${plain(passages)}`}`
  return [[name, ...first], ...rest.map(line => ['', ...line])]
}

// ---------------------------------------------------------------- Markdown

function shortTable(titles: readonly string[], rows: readonly (readonly string[])[], most: number): string {
  const shown = rows.slice(0, Math.max(1, most))
  const more = rows.length - shown.length
  return [table(titles, shown), ...(more > 0 ? [`\n… and ${grouped(more)} more rows.`] : [])].join('\n')
}

/** What it is folded under is HTML; the blank lines make what is inside Markdown again. */
function folded(title: string, inside: string): readonly string[] {
  return inside === '' ? [] : [`<details><summary>${escapedText(title)}</summary>\n\n${inside}\n\n</details>`]
}
