/** A score as a waterfall: what each rule gave, and what multipliers, bounds and weights changed, until the sum is the score. */
import {
  type BlockExplanation,
  formatNumber,
  type Outcome,
  type RuleExplanation,
  type Saw,
  type ScoreExplanation,
} from '@merit-lang/runtime'
import { counted, rounded } from './numbers.ts'

export interface Step {
  readonly kind: 'rule' | 'multiplier' | 'bounds' | 'weight' | 'formula'
  readonly label: string
  /** How it came about, in a few words; empty where the label says it all. */
  readonly detail: string
  readonly outcome: Outcome
  readonly points: number
  /** The sum up to here, this step included. */
  readonly total: number
  /** How many groups it is in. */
  readonly depth: number
  readonly path: string
  readonly line: number
}

type Part = Omit<Step, 'total'>

export function stepsOf(score: ScoreExplanation): readonly Step[] {
  const parts = score.kind === 'formula' ? formulaParts(score) : blockParts(score, 0)
  let total = 0
  return parts.map(part => {
    total = exact(total + part.points)
    return { ...part, total }
  })
}

/** Points are whole millionths; adding doubles is not. */
const exact = (points: number) => Math.round(points * 1e6) / 1e6

function formulaParts({ text, values, raw, points, path, line }: ScoreExplanation & { kind: 'formula' }): Part[] {
  const at = { path, line, depth: 0, outcome: 'matched' as const }
  const detail = values.map(({ text, value }) => `${text} is ${value}`).join(', ')
  const formula: Part = { ...at, kind: 'formula', label: text, detail, points: raw }
  return raw === points
    ? [formula]
    : [formula, { ...at, kind: 'bounds', label: 'bounds', detail: '', points: exact(points - raw) }]
}

function blockParts(block: BlockExplanation, depth: number): Part[] {
  if (!block.active) return [asleep(block, depth)]
  const items = block.items.flatMap(item =>
    item.kind === 'rule' ? [rulePart(item, depth)] : blockParts(item, depth + 1),
  )
  return [...items, ...multiplierParts(block, depth), ...boundParts(block, depth)]
}

/** A block whose condition does not hold gives nothing, whatever its rules would. */
function asleep({ name, saw, path, line }: BlockExplanation, depth: number): Part {
  const detail = `does not apply: ${saw.map(sawText).join(', ')}`
  return { kind: 'rule', label: name, detail, outcome: 'not matched', points: 0, depth, path, line }
}

function rulePart(rule: RuleExplanation, depth: number): Part {
  const { id, outcome, points, path, line } = rule
  return { kind: 'rule', label: withoutTable(id), detail: detailOf(rule), outcome, points, depth, path, line }
}

/** What follows in the braces of a table is said by the case that applied. */
export const withoutTable = (text: string) => text.replace(/ \{.*\}/s, '')

function detailOf(rule: RuleExplanation): string {
  const { outcome, missing, saw, events, raw, decayed, bounded, weight } = rule
  if (outcome === 'input missing') return `unknown: ${missing.join(', ')}`
  const notes = [
    ...(rule.case === undefined ? [] : [rule.case]),
    ...(events ? [eventText(events)] : saw.map(sawText)),
    ...(events && raw !== decayed ? [`${rounded(raw)} before ${events.decay ?? 'decay'}`] : []),
    ...(bounded < decayed ? [`cap ${rounded(bounded)}`] : []),
    ...(bounded > decayed ? [`floor ${rounded(bounded)}`] : []),
    ...(weight === undefined ? [] : [`weight ${formatNumber(weight * 100)}%`]),
  ]
  return [...new Set(notes)].join('; ')
}

function eventText({ counted: kept, dropped }: NonNullable<RuleExplanation['events']>): string {
  const all = counted(kept.length, 'event')
  return dropped.length === 0
    ? all
    : `${all}, ${dropped.length} dropped by ${[...new Set(dropped.map(one => one.by))].join(', ')}`
}

/** `employees is 400`; the comparison itself where it reads nothing. */
export function sawText({ text, values }: Saw): string {
  return values.length === 0 ? text : values.map(one => `${one.text} is ${one.value}`).join(', ')
}

/** Several multiply one after the other; the last takes what rounding leaves. */
function multiplierParts({ multipliers, sum, multiplied, path }: BlockExplanation, depth: number): Part[] {
  const last = multipliers.findLastIndex(({ outcome }) => outcome === 'matched')
  let running = sum
  return multipliers.map(({ id, factor, outcome, saw, line }, index) => {
    const before = running
    if (outcome === 'matched') running = index === last ? multiplied : exact(running * factor)
    const detail = [`×${formatNumber(factor)}`, ...saw.map(sawText)].join('; ')
    return { kind: 'multiplier', label: id, detail, outcome, points: exact(running - before), depth, path, line }
  })
}

function boundParts(
  { multiplied, bounded, points, cap, floor, weight, path, line }: BlockExplanation,
  depth: number,
): Part[] {
  const at = { outcome: 'matched' as const, detail: '', depth, path, line }
  const [bound, name] = bounded < multiplied ? [cap, 'cap'] : [floor, 'floor']
  return [
    ...(bounded === multiplied
      ? []
      : [
          {
            ...at,
            kind: 'bounds' as const,
            label: `${name} ${rounded(bound ?? bounded)}`,
            points: exact(bounded - multiplied),
          },
        ]),
    ...(points === bounded || weight === undefined
      ? []
      : [
          {
            ...at,
            kind: 'weight' as const,
            label: `weight ${formatNumber(weight * 100)}%`,
            points: exact(points - bounded),
          },
        ]),
  ]
}
