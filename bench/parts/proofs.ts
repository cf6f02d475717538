/** What proving costs: all findings about a model, and the range of its score. */
import { inChild } from '../child.ts'
import { median } from '../median.ts'
import { figure, type PartOptions, type Section, type Target, table } from '../section.ts'
import type { Proved, Proving } from './prove.ts'

interface Measured {
  readonly model: Proving['model']
  readonly rules: number
  readonly first: Proved
  readonly warm: Proved
}

/** Milliseconds for all findings of a model, right after it was checked. */
const promised: ReadonlyMap<number, number> = new Map([
  [200, 200],
  [2000, 5000],
])

const titles = {
  limited: 'all forms of rules, cap and floor',
  decaying: 'half of the rules decay, no bounds',
} satisfies { [M in Proving['model']]: string }

function measure(model: Proving['model'], rules: number, runs: number): Measured {
  type Runs = { readonly first: Proved; readonly others: readonly Proved[] }
  const { first, others } = inChild<Proving, Runs>('bench/parts/prove.ts', { model, rules, runs })
  const warm = (what: keyof Proved) => median(others.map(run => run[what]))
  return { model, rules, first, warm: { findings: warm('findings'), step: warm('step'), range: warm('range') } }
}

function targetsOf({ model, rules, warm }: Measured): readonly Target[] {
  const atMost = promised.get(rules)
  if (atMost === undefined) return []
  return [{ what: `all findings, ${rules} rules, ${titles[model]}, ms`, value: warm.findings, bound: { atMost } }]
}

export async function proofs({ quick, say }: PartOptions): Promise<Section> {
  const measured: Measured[] = []
  for (const model of ['limited', 'decaying'] as const)
    for (const rules of quick ? [20, 200] : [20, 200, 2000]) {
      say(`${rules} rules, ${titles[model]}`)
      measured.push(measure(model, rules, quick || rules === 2000 ? 1 : 5))
    }
  const rows = measured.map(({ model, rules, first, warm }) => [
    `${rules} rules, ${titles[model]}`,
    ...[first.findings, warm.findings, warm.step, warm.range].map(figure),
  ])
  return {
    title: 'Proofs',
    targets: measured.flatMap(targetsOf),
    body: `${table(['ms', 'findings, first run', 'findings', 'longest step', 'range of the score'], rows)}

Findings are worked out in steps, between which an editor may do something else. Each run is of a text that nothing was asked
about before; checking it is not counted.`,
  }
}
