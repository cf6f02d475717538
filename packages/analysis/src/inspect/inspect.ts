/** A model's anatomy, from what is proved of it. */
import type { Block, Program } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import { promisesOf } from '../promises.ts'
import type { Anatomy, Counts, PromiseAnatomy } from './anatomy.ts'
import { inputsOf } from './inputs.ts'
import { disqualificationsOf, gradesOf, stagesOf } from './outcomes.ts'
import { routesOf } from './routes.ts'
import { scoreAnatomy } from './scores.ts'

/** Everything at once: each question costs a search, so that large models take seconds. */
export function anatomyOf(analysis: Analysis): Anatomy {
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
