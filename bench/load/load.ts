/** How long an app waits for its first score. */
import { execFileSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate, readLead } from '@merit-lang/runtime'
import { median } from '../median.ts'
import { programOf } from '../parts/cell.ts'
import { figure, type PartOptions, type Section, table } from '../section.ts'
import { leadLine, now } from '../work/leads.ts'
import { meritModel } from '../work/merit.ts'
import { rulesOf } from '../work/rules.ts'

interface Steps {
  readonly import: number
  readonly load: number
  readonly score: number
  /** The second lead is scored by the engine, which is made for it. */
  readonly second: number
  /** What the lead's score is. */
  readonly total: number
}

const node = (...args: readonly string[]): string => execFileSync(process.execPath, args, { encoding: 'utf8' })

/** Builds the bundle of a model as its author does. */
function bundleOf(rules: number, folder: string): string {
  const model = join(folder, `load-${rules}.merit`)
  const bundle = join(folder, `load-${rules}.bundle.json`)
  writeFileSync(model, meritModel(rulesOf(rules, 'mixed')))
  node('packages/cli/dist/merit.mjs', 'build', model, '-o', bundle)
  return bundle
}

function checkTotal(steps: Steps, rules: number, line: string): void {
  const program = programOf(rulesOf(rules, 'mixed'))
  const { total } = evaluate(program, readLead(program, JSON.parse(line)), now).scores
  if (steps.total !== total) throw new Error(`The loaded model gives ${steps.total}, but the reference ${total}.`)
}

interface Loaded {
  readonly rules: number
  readonly kilobytes: number
  readonly steps: readonly Steps[]
}

function measure(rules: number, folder: string, runs: number): Loaded {
  const [app, lead, line] = [join(folder, 'app.mjs'), join(folder, 'lead.json'), leadLine(1, 40)]
  writeFileSync(lead, line)
  const bundle = bundleOf(rules, folder)
  const args = ['bench/load/first-score.mjs', app, bundle, lead, String(now)]
  const steps = Array.from({ length: runs }, (): Steps => JSON.parse(node(...args)))
  checkTotal(steps[0] as Steps, rules, line)
  return { rules, kilobytes: statSync(bundle).size / 1024, steps }
}

const sum = ({ load, score }: Steps) => load + score

const times: Readonly<Record<string, (steps: Steps) => number>> = {
  'import the runtime, ms': steps => steps.import,
  'load, ms': steps => steps.load,
  'first score, ms': steps => steps.score,
  'load and score, ms': sum,
  'second score, ms': steps => steps.second,
}

function row({ rules, kilobytes, steps }: Loaded): readonly string[] {
  const medians = Object.values(times).map(time => median(steps.map(time)))
  return [String(rules), ...[kilobytes, ...medians].map(figure)]
}

export async function load({ folder, quick, say }: PartOptions): Promise<Section> {
  node('bench/load/bundle-app.mjs', join(folder, 'app.mjs'))
  const all = [20, 200, 2000].map(rules => {
    say(`bundle of ${rules} rules`)
    return measure(rules, folder, quick ? 5 : 21)
  })
  const largest = all.find(({ rules }) => rules === 2000)
  const value = median(largest?.steps.map(sum) ?? [])
  return {
    title: 'Loading a bundle',
    targets: [{ what: 'load a bundle of 2,000 rules and score a lead, ms', value, bound: { atMost: 50 } }],
    body: `${table(['rules', 'bundle, KB', ...Object.keys(times)], all.map(row))}

Each run is a process of its own, in which nothing is warm. *Load* reads the file, verifies its hash, checks all of it and makes the model ready. The
lead has 40 events. The first is scored as the reference does it, which needs no preparation; the second waits for the engine to be made, and those
after it take what the tables of scoring say.`,
  }
}
