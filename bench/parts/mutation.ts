/** How long it takes to say which of all small changes of a model its tests do not notice. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { figure, type PartOptions, type Section, table } from '../section.ts'
import { testedModel } from '../work/tested-model.ts'

const merit = resolve('packages/cli/dist/merit.mjs')

interface Mutation {
  readonly percent: number
  readonly noticed: number
  readonly missed: number
  readonly unsure: number
  readonly alike: number
  readonly refused: number
}

interface Measured extends Mutation {
  readonly rules: number
  readonly tests: number
  readonly seconds: number
}

function measure(folder: string, rules: number, tests: number): Measured {
  const path = join(folder, `mutation-${rules}.merit`)
  writeFileSync(path, testedModel(rules, tests))
  const begun = performance.now()
  const args = [merit, 'test', path, '--mutate', '--format', 'json']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = (performance.now() - begun) / 1000
  if (status !== 0) throw new Error(`merit test --mutate ended with ${status}:\n${stderr}`)
  const { passed, mutation } = JSON.parse(stdout) as { passed: number; mutation: Mutation }
  return { ...mutation, rules, tests: passed, seconds }
}

const large = { rules: 200, tests: 100 }

export async function mutation({ folder, quick, say }: PartOptions): Promise<Section> {
  const sizes = quick ? [{ rules: 20, tests: 10 }] : [{ rules: 20, tests: 10 }, large]
  const measured = sizes.map(({ rules, tests }) => {
    say(`${rules} rules, ${tests} tests`)
    return measure(folder, rules, tests)
  })
  const rows = measured.map(({ rules, tests, seconds, noticed, missed, unsure, alike, refused }) => [
    `${rules} rules, ${tests} tests`,
    figure(seconds),
    ...[noticed, missed, unsure, alike, refused].map(String),
  ])
  const head = ['', 'seconds', 'noticed', 'missed', 'undecided', 'proved alike', 'with errors']
  const [slow] = measured.filter(({ rules }) => rules === large.rules)
  return {
    title: 'Mutation',
    targets: slow
      ? [{ what: '`merit test --mutate`, 200 rules, 100 tests, seconds', value: slow.seconds, bound: { atMost: 60 } }]
      : [],
    body: `${table(head, rows)}

One process from start to end, which runs a thread on each processor. For each change that no test notices, a lead is looked for that
would show it, and a test is written of it and run.`,
  }
}
