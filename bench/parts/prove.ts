/** Times, in one process, what is proved of models that nothing has been asked about before. */
import { analyse, examining } from '@merit-lang/analysis'
import { check, lower } from '@merit-lang/language'
import { meritModel } from '../work/merit.ts'
import { modelOf } from '../work/pipeline-model.ts'
import { rulesOf } from '../work/rules.ts'

/** `limited`: rules of all forms, under a cap and a floor. `decaying`: half of the rules are about events and without any bound. */
const models = {
  limited: modelOf,
  decaying: (rules: number) => `${meritModel(rulesOf(rules, 'mixed'))}qualify MQL at 50\n`,
} satisfies Record<string, (rules: number) => string>

export interface Proving {
  readonly model: keyof typeof models
  readonly rules: number
  readonly runs: number
}

/** In milliseconds. */
export interface Proved {
  readonly findings: number
  /** The longest that findings keep others waiting. */
  readonly step: number
  /** The ends of the score, found or bounded. */
  readonly range: number
}

/** The first run, which nothing has warmed, and those after it. */
export function measureHere({ model, rules, runs }: Proving): {
  readonly first: Proved
  readonly others: readonly Proved[]
} {
  const [first, ...others] = Array.from({ length: runs + 1 }, (_, i) => runOnce(`${models[model](rules)}# ${i}\n`))
  return { first: first as Proved, others }
}

function runOnce(text: string): Proved {
  const checked = check({ path: 'bench.merit', text })
  if (!checked.model) throw new Error('The model of the benchmark has errors.')
  const lowered = lower(checked.model)
  const steps = stepsOf(examining(checked, lowered))
  const { score } = analyse(structuredClone(lowered.program))
  const { ms: range } = timed(() => score(0))
  return { findings: steps.reduce((sum, ms) => sum + ms, 0), step: Math.max(...steps), range }
}

function stepsOf(steps: Generator<undefined, unknown>): number[] {
  const found: number[] = []
  for (;;) {
    const { ms, result } = timed(() => steps.next())
    found.push(ms)
    if (result.done) return found
  }
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const begun = performance.now()
  const result = work()
  return { ms: performance.now() - begun, result }
}
