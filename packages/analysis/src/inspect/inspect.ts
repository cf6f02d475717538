/** A model's anatomy, from what is proved of it. */
import type { Block, Program } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Range } from '../claims.ts'
import { promisesOf } from '../promises.ts'
import { rangeOf } from '../ranges.ts'
import { itemPoints } from '../search/goal.ts'
import type { Anatomy, Counts, PromiseAnatomy } from './anatomy.ts'
import { inputsOf } from './inputs.ts'
import { disqualificationsOf, gradesOf, stagesOf } from './outcomes.ts'
import { routesOf } from './routes.ts'
import { scoreAnatomy } from './scores.ts'

/** Everything at once: each question costs a search, so that large models take seconds. */
export function anatomyOf(whole: Analysis): Anatomy {
  const analysis = thrifty(whole, effort)
  const { program } = analysis
  const routes = routesOf(analysis)
  return {
    name: program.name,
    revision: program.revision,
    counts: countsOf(program),
    scores: program.scores.map((score, index) => scoreAnatomy(score, index, analysis)),
    grades: gradesOf(analysis, routes),
    stages: stagesOf(analysis, routes),
    disqualifications: disqualificationsOf(analysis),
    promises: promisesIn(analysis),
    ...inputsOf(analysis),
  }
}

/** In additions, for the ranges of all rules together: some seconds. */
const effort = 1e9

/**
 * The more rules there are, the less is spent on each, so that all of them take `shared` additions at most, about two nanoseconds
 * each: their ends are then bounds a little more often.
 */
export function thrifty(analysis: Analysis, shared: number): Analysis {
  const { program, space } = analysis
  const { rules, groups } = countsOf(program)
  const budget = { boxes: 200, effort: Math.min(1e8, shared / (rules + groups)) }
  const known = new Map<Block['items'][number], Range>()
  const item: Analysis['item'] = (one, around) => {
    const range = known.get(one) ?? rangeOf(itemPoints(one, around), space, budget)
    known.set(one, range)
    return range
  }
  return { ...analysis, item }
}

function countsOf({ scores }: Program): Counts {
  const blocks = scores.flatMap(score => (score.kind === 'rules' ? blocksIn(score.block) : []))
  const items = blocks.flatMap(block => block.items)
  return {
    scores: scores.length,
    groups: items.filter(item => item.kind === 'block').length,
    rules: items.filter(item => item.kind === 'rule').length,
    multipliers: blocks.flatMap(block => block.multipliers).length,
  }
}

function blocksIn(block: Block): readonly Block[] {
  return [block, ...block.items.flatMap(item => (item.kind === 'block' ? blocksIn(item) : []))]
}

function promisesIn(analysis: Analysis): readonly PromiseAnatomy[] {
  return promisesOf(analysis.program, analysis).map(({ promise: { text }, verdict: { kind, ...rest } }) => ({
    text,
    verdict: kind,
    ...rest,
  }))
}
