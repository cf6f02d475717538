/** Scores, their groups and rules: points, a bar, the rule, and what it saw. */
import {
  type BlockExplanation,
  formatNumber,
  type Outcome,
  type RuleExplanation,
  type ScoreExplanation,
  type Zone,
} from '@merit-lang/runtime'
import { bar, gauge } from '../bar.ts'
import { counted, rounded, signed } from '../numbers.ts'
import { type Paint, padEnd, padStart, shorten, wrap } from '../paint.ts'
import { eventLines } from './events.ts'
import { firstOf, indent, type Layout } from './layout.ts'
import { phrases, values } from './saw.ts'

const pointColumns = 8
const barColumns = 10
const gaugeColumns = 30
/** Rules that did not match and are shown all the same. */
const mostUnmatched = 12

export function scoreLines(score: ScoreExplanation, layout: Layout): string[] {
  return score.kind === 'formula' ? formulaLines(score, layout) : ruledLines(score, layout)
}

function formulaLines(score: ScoreExplanation & { kind: 'formula' }, { paint, width, zone }: Layout): string[] {
  const bounds = score.raw === score.points ? [] : [`${rounded(score.raw)} before its bounds`]
  const saw = wrap([...values(score.values, zone), ...bounds].join(', '), width - 4)
  return [
    `${title(score.name, score.points, paint)}  ${paint.dim(`= ${score.text}`)}`,
    ...indent(saw.map(paint.dim), 4),
  ]
}

function ruledLines(score: BlockExplanation, layout: Layout): string[] {
  const { paint } = layout
  const head = `${title(score.name, score.points, paint)}${between(score, paint)}`
  return [head, ...indent(blockLines(score, largest(score), layout), 2)]
}

function title(name: string, points: number, paint: Paint): string {
  return `${paint.bold(name)}  ${paint.bold(paint.accent(rounded(points)))}`
}

/** Where the score stands between its bounds, if it has both. */
function between({ points, floor, cap, weight }: BlockExplanation, paint: Paint): string {
  if (floor === undefined || cap === undefined || cap <= floor || weight !== undefined) return ''
  return `  ${paint.accent(gauge(points, floor, cap, gaugeColumns))}  ${paint.dim(`${rounded(floor)} to ${rounded(cap)}`)}`
}

/** The most points that one rule moves, either way: the length of a full bar. */
function largest(block: BlockExplanation): number {
  return Math.max(0, ...block.items.map(item => (item.kind === 'rule' ? Math.abs(item.points) : largest(item))))
}

type Item = BlockExplanation['items'][number]

function blockLines(block: BlockExplanation, full: number, layout: Layout): string[] {
  if (!block.active) return [layout.paint.dim(`does not apply: ${phrases(block.saw, '', layout.zone).join(', ')}`)]
  const quiet = (item: Item) => item.kind === 'rule' && item.outcome === 'not matched'
  const { rest } = firstOf(block.items.filter(quiet), mostUnmatched, layout)
  const left = new Set(rest)
  const lines = block.items.filter(item => !left.has(item)).flatMap(item => itemLines(item, full, layout))
  const more =
    rest.length > 0
      ? [layout.paint.dim(`… and ${counted(rest.length, 'rule')} that did not match (--all shows them)`)]
      : []
  return [...lines, ...more, ...multiplierLines(block, layout), ...boundLines(block, layout)]
}

function itemLines(item: Item, full: number, layout: Layout): string[] {
  return item.kind === 'rule' ? ruleLines(item, full, layout) : groupLines(item, full, layout)
}

function groupLines(group: BlockExplanation, full: number, layout: Layout): string[] {
  const { paint } = layout
  const points = padStart(signed(group.points), pointColumns)
  const head = `${paint.dim('▾')} ${points}  ${' '.repeat(barColumns)}  ${paint.bold(group.name)}`
  return [head, ...indent(blockLines(group, full, { ...layout, width: layout.width - 2 }), 2)]
}

const signs = {
  matched: paint => paint.good('✓'),
  'not matched': paint => paint.dim('–'),
  'input missing': paint => paint.warn('?'),
} satisfies { [K in Outcome]: (paint: Paint) => string }

/** Where the text of a rule begins. */
const textAt = 2 + pointColumns + 2 + barColumns + 2

function ruleLines(rule: RuleExplanation, full: number, layout: Layout): string[] {
  const { paint, width } = layout
  const matched = rule.outcome === 'matched'
  const room = width - textAt - 2
  const [first = '', ...others] = wrap(layout.all ? rule.id : withoutTable(rule.id), room)
  const style = matched ? (text: string) => text : paint.dim
  const head = `${signs[rule.outcome](paint)} ${pointsOf(rule, paint)}  ${barOf(rule.points, full, paint)}  ${style(first)}`
  const notes = [...sawLines(rule, room, layout.zone), ...adjustments(rule)].map(paint.dim)
  return [head, ...indent([...others.map(style), ...indent(notes, 2), ...indent(eventLines(rule, layout), 2)], textAt)]
}

/** A rule outside its score. */
export function ruleAlone(rule: RuleExplanation, layout: Layout): string[] {
  return ruleLines(rule, Math.abs(rule.points), layout)
}

/** What follows in the braces of a table is in the case that applied. */
function withoutTable(text: string): string {
  return text.replace(/ \{.*\}/s, '')
}

function pointsOf({ outcome, points }: RuleExplanation, paint: Paint): string {
  if (outcome !== 'matched') return ' '.repeat(pointColumns)
  const whole = padStart(signed(points), pointColumns)
  return points < 0 ? paint.bad(whole) : whole
}

function barOf(points: number, full: number, paint: Paint): string {
  const text = padEnd(bar(Math.abs(points), full, barColumns), barColumns)
  return points < 0 ? paint.bad(text) : paint.accent(text)
}

function sawLines(rule: RuleExplanation, width: number, zone: Zone): string[] {
  const which = rule.case === undefined ? [] : [`case ${shorten(rule.case, 40)}`]
  const saw = phrases(rule.saw, rule.id, zone)
  const missing = rule.missing.filter(name => !saw.some(phrase => phrase.includes(name)))
  const unknown = missing.length > 0 ? [`unknown: ${missing.join(', ')}`] : []
  const all = [...which, ...saw, ...unknown].join('; ')
  return all === '' ? [] : wrap(all, width - 2)
}

/** What decay, bounds and weight did to the rule's points. */
function adjustments({ raw, decayed, bounded, points, cap, floor, weight, events }: RuleExplanation): string[] {
  return [
    ...(events && decayed !== raw
      ? [`${rounded(raw)} before ${decayText(events.decay)}, ${rounded(decayed)} after`]
      : []),
    ...boundText(decayed, bounded, cap, floor),
    ...(weight === undefined ? [] : [`weight ${percent(weight)} of ${rounded(bounded)} is ${rounded(points)}`]),
  ]
}

const decayText = (decay: string | undefined) => decay ?? 'decay'
const percent = (fraction: number) => `${formatNumber(fraction * 100)}%`

function boundText(before: number, after: number, cap: number | undefined, floor: number | undefined): string[] {
  if (after < before) return [`cap ${rounded(cap ?? after)} took ${rounded(before - after)} off ${rounded(before)}`]
  if (after > before) return [`floor ${rounded(floor ?? after)} lifted it from ${rounded(before)}`]
  return []
}

function multiplierLines({ multipliers }: BlockExplanation, { paint, width, zone }: Layout): string[] {
  return multipliers.flatMap(({ id, factor, outcome, saw }) => {
    const matched = outcome === 'matched'
    const points = padStart(matched ? `×${formatNumber(factor)}` : '', pointColumns)
    const head = `${signs[outcome](paint)} ${points}  ${' '.repeat(barColumns)}  ${matched ? id : paint.dim(id)}`
    const notes = wrap(phrases(saw, id, zone).join('; '), width - textAt - 2)
    return [head, ...indent(notes.map(paint.dim), textAt + 2)]
  })
}

function boundLines(block: BlockExplanation, { paint }: Layout): string[] {
  const { sum, multiplied, bounded, points, cap, floor, weight } = block
  const notes = [
    ...(multiplied === sum ? [] : [`${rounded(sum)} multiplied is ${rounded(multiplied)}`]),
    ...boundText(multiplied, bounded, cap, floor),
    ...(weight === undefined ? [] : [`weight ${percent(weight)} of ${rounded(bounded)} is ${rounded(points)}`]),
  ]
  return notes.map(note => paint.warn(`${' '.repeat(pointColumns + 4)}${note}`))
}
