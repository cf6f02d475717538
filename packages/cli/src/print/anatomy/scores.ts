/** Scores with their groups and rules: the least and the most that each can give. */
import {
  type BlockAnatomy,
  type Ends,
  type GroupAnatomy,
  type MultiplierAnatomy,
  type RuleAnatomy,
  rangeInWords,
  type ScoreAnatomy,
} from '@merit-lang/analysis'
import { bar } from '../bar.ts'
import { onOneLine, padEnd, padStart, wrap } from '../paint.ts'
import { blockNotes, cellOf, isNothing } from './account.ts'
import { endNotes, indent, notes, type Page } from './page.ts'

const pointColumns = 8
const barColumns = 10

export function scoreLines(score: ScoreAnatomy, page: Page): string[] {
  const { paint } = page
  const head = `${paint.bold(score.name)}  ${paint.bold(paint.accent(rangeInWords(score.range)))}`
  if (score.kind === 'formula') return [`${head}  ${paint.dim(`= ${score.text}`)}`, ...endNotes(score.range, 4, page)]
  const body = [...notes(blockNotes(score), 4, page), ...endNotes(score.range, 4, page)]
  return [head, ...body, titles(page), ...itemsOf(score, furthest(score), page)]
}

function titles({ paint }: Page): string {
  return paint.dim(`  ${padStart('least', pointColumns)}${padStart('most', pointColumns)}`)
}

/** The most that one rule moves, either way: the length of a full bar. */
function furthest({ items }: BlockAnatomy): number {
  return Math.max(0, ...items.map(item => (item.kind === 'rule' ? sizeOf(item) : furthest(item))))
}

function sizeOf({ range: { least, most } }: RuleAnatomy): number {
  return Math.max(...[least, most].map(({ points }) => Math.abs(points ?? 0)))
}

function itemsOf(block: BlockAnatomy, full: number, page: Page): string[] {
  const { items, multipliers } = block
  return [
    ...items.flatMap(item => (item.kind === 'rule' ? ruleLines(item, full, page) : groupLines(item, full, page))),
    ...multipliers.map(multiplierLine),
  ]
}

function multiplierLine({ id, factor, verdict }: MultiplierAnatomy): string {
  const note = verdict === 'unreachable' ? '  never: proved' : ''
  return `${padEnd(padStart(`× ${factor}`, 2 + 2 * pointColumns), ruleIndent)}${onOneLine(id)}${note}`
}

function columnsOf(range: Ends, full: number, paint: Page['paint']): string {
  const size = full > 0 ? Math.max(...[range.least, range.most].map(({ points }) => Math.abs(points ?? full))) : 0
  const shown = paint.accent(padEnd(bar(size, full, barColumns), barColumns))
  return `  ${padStart(cellOf(range, 'least'), pointColumns)}${padStart(cellOf(range, 'most'), pointColumns)}  ${shown}  `
}

const ruleIndent = 2 + 2 * pointColumns + 2 + barColumns + 2

function ruleLines(rule: RuleAnatomy, full: number, page: Page): string[] {
  const { paint, width } = page
  const [first = '', ...rest] = wrap(onOneLine(rule.id), width - ruleIndent)
  const limits = isNothing(rule.range)
    ? ['never gives any points: proved']
    : rule.limits.length > 0
      ? [`limited by ${rule.limits.join(', ')}`]
      : []
  return [
    columnsOf(rule.range, full, paint) + first,
    ...indent(rest, ruleIndent),
    ...notes(limits, ruleIndent + 2, page),
    ...endNotes(rule.range, ruleIndent + 2, page),
  ]
}

function groupLines(group: GroupAnatomy, full: number, page: Page): string[] {
  const { paint } = page
  return [
    columnsOf(group.range, full, paint) + paint.bold(group.name),
    ...notes(blockNotes(group), ruleIndent + 2, page),
    ...indent(itemsOf(group, full, page), 2),
  ]
}
