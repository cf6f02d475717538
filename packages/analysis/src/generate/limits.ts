/** Leads from whom a cap or a decay takes points away, and to whom a floor gives some. */
import { type Block, type Expr, formatInstant, type Program, type Rule } from '@merit-lang/runtime'
import { blockWorth, holds, type Run, ruleWorth, toPoints } from '@merit-lang/runtime/reference'
import type { Analysis } from '../analysis.ts'
import type { End, Witness } from '../claims.ts'
import { rangeOf } from '../ranges.ts'
import { itemPoints } from '../search/goal.ts'
import { climb } from './climb.ts'
import { nearing } from './lack.ts'
import { leadOf, partsOf } from './moves.ts'
import { type Pool, type Sample, sampleOf } from './pool.ts'
import { blocksOf, type PlacedBlock, type PlacedRule, rulesIn, titleOf } from './rules.ts'
import { budgets } from './settle.ts'
import type { Shown } from './show.ts'

interface Showing {
  readonly analysis: Analysis
  readonly pool: Pool
}

export function limitsShown({ analysis, pool }: Showing): readonly Shown[] {
  const blocks = blocksOf(analysis.program)
  const rules = blocks.flatMap(rulesIn)
  const showing = { analysis, pool }
  return [
    ...rules.flatMap(placed => limitsOf(ruleBounded(placed), showing)),
    ...rules.flatMap(placed => decayShown(placed, showing)),
    ...blocks.flatMap(placed => limitsOf(blockBounded(placed), showing)),
  ]
}

/** What bounds apply to. */
interface Bounded {
  readonly of: string
  readonly item: Rule | Block
  readonly around: readonly Expr[]
  /** What they apply to and what they leave, in millionths. */
  readonly worth: (run: Run) => readonly [before: number, after: number]
}

function ruleBounded({ rule, around }: PlacedRule): Bounded {
  const worth = (run: Run) => {
    const { decayed, bounded } = ruleWorth(rule, run, allHold(around, run))
    return [decayed, bounded] as const
  }
  return { of: titleOf(rule), item: rule, around, worth }
}

function blockBounded({ block, around }: PlacedBlock): Bounded {
  const worth = (run: Run) => {
    const { multiplied, bounded } = blockWorth(block, run, allHold(around, run))
    return [multiplied, bounded] as const
  }
  return { of: block.name, item: block, around, worth }
}

const allHold = (conditions: readonly Expr[], run: Run) => conditions.every(one => holds(one, { run }))

function limitsOf(bounded: Bounded, showing: Showing): readonly Shown[] {
  const { cap, floor } = bounded.item
  return [
    ...(cap ? [limitShown(bounded, 1, cap, showing)] : []),
    ...(floor ? [limitShown(bounded, -1, floor, showing)] : []),
  ]
}

/** 1: its cap; -1: its floor. */
type Sign = 1 | -1

function limitShown(bounded: Bounded, sign: Sign, limit: Expr, { analysis, pool }: Showing): Shown {
  const shows = sign > 0 ? 'beyond its cap' : 'below its floor'
  const find = () => {
    const found = climb(analysis.program, pool, { lack: run => beyond(bounded.worth(run), sign, limit) })
    return found?.lack === 0 ? pool.add(found.sample.witness) : undefined
  }
  const found = find()
  if (found || limit.op !== 'const' || typeof limit.value !== 'number') return asShown(bounded.of, shows, found)
  const { points, witness } = endBeyond(bounded, sign, limit.value, analysis)
  if (sign * (points - limit.value) <= 0) return { ...asShown(bounded.of, shows, undefined), outcome: 'impossible' }
  if (witness) pool.add(witness)
  return asShown(bounded.of, shows, witness && find())
}

/** How far the item would go if its bound were a point further off. */
function endBeyond({ item, around }: Bounded, sign: Sign, limit: number, { space }: Analysis): End {
  const further: Expr = { op: 'const', value: limit + sign }
  const { weight, ...bare } = item
  const freer = { ...bare, [sign > 0 ? 'cap' : 'floor']: further } as Rule | Block
  const { low, high } = rangeOf(itemPoints(freer, around), space, budgets.ofScores)
  return sign > 0 ? high : low
}

/** 0 where the bound took something away, else less the nearer to it. */
function beyond([before, after]: readonly [number, number], sign: Sign, limit: Expr): number {
  if (sign * (before - after) > 0) return 0
  const points = limit.op === 'const' && typeof limit.value === 'number' ? limit.value : 0
  return nearing(Math.max(0, sign * (points - toPoints(before))))
}

function asShown(of: string, shows: string, sample: Sample | undefined): Shown {
  return { of, shows, outcome: sample ? 'shown' : 'not found', samples: () => (sample ? [sample] : []) }
}

/** Of a rule that decays: events old enough to have lost some of their points, and not all. */
function decayShown({ rule, around }: PlacedRule, { analysis: { program }, pool }: Showing): readonly Shown[] {
  const { decay } = rule.on ?? {}
  if (!decay) return []
  const fades = ({ run }: Sample) => {
    const events = ruleWorth(rule, run, allHold(around, run)).events ?? []
    return events.some(({ raw, points }) => points !== 0n && points !== raw)
  }
  const candidates = pool.samples.filter(({ run }) => ruleWorth(rule, run, allHold(around, run)).matched).slice(0, 4)
  const found = pool.samples.find(fades) ?? aged(candidates, decay.points, program).find(fades)
  return [asShown(titleOf(rule), `fades: ${decay.text}`, found && pool.add(found.witness))]
}

/** With their events as old as the decay's own times say. */
function aged(samples: readonly Sample[], decay: Expr, program: Program): readonly Sample[] {
  const ages = timesIn(decay).flatMap(time => [time, Math.round(time / 2)])
  return samples.flatMap(({ witness }) => ages.flatMap(age => sampleOf(program, withAge(witness, age)) ?? []))
}

function timesIn(decay: Expr): readonly number[] {
  const times: number[] = []
  JSON.stringify(decay, (_, node) => {
    if (node?.op === 'const' && node.value >= 1000) times.push(node.value)
    return node
  })
  return times
}

function withAge({ lead, now }: Witness, age: number): Witness {
  const { attributes, events } = partsOf({ lead, now })
  const at = formatInstant(now - age)
  return { lead: leadOf({ attributes, events: events.map(event => ({ ...event, at })) }), now }
}
