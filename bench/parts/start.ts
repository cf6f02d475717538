/** How long the command takes to start, and what the phases of a large model cost. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inChild } from '../child.ts'
import { median } from '../median.ts'
import { figure, type PartOptions, type Section, table } from '../section.ts'
import { leadsCsv, modelOf } from '../work/pipeline-model.ts'
import type { Phase, Phases } from './phases.ts'

const merit = resolve('packages/cli/dist/merit.mjs')
const whole = 'parse + check + lower'

/** Milliseconds of one process from start to end; it must succeed. */
function timeProcess(args: readonly string[], cwd: string): number {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return performance.now() - begun
}

/** Both kinds of process in turn, so that a busy moment of the machine meets both. */
function measureStart(folder: string, runs: number): { bare: number; over: number } {
  const pairs = Array.from({ length: runs }, () => {
    const bare = timeProcess(['-e', '0'], folder)
    return { bare, over: timeProcess([merit, 'check', 'small.merit'], folder) - bare }
  })
  return { bare: median(pairs.map(({ bare }) => bare)), over: median(pairs.map(({ over }) => over)) }
}

function measureScore(folder: string, runs: number): number {
  writeFileSync(join(folder, 'leads.csv'), leadsCsv(10_000))
  const args = [merit, 'score', 'small.merit', 'leads.csv', '--now', '2026-06-01', '--out', 'out.ndjson']
  return median(Array.from({ length: runs }, () => timeProcess(args, folder)))
}

interface Compiling {
  /** Milliseconds of the whole in the first run of a process: the median of several. */
  readonly first: number
  readonly warm: readonly Phase[]
}

function measureCompiling(quick: boolean): Compiling {
  const phases = (runs: number) =>
    inChild<{ rules: number; runs: number }, Phases>('bench/parts/phases.ts', { rules: 10_000, runs })
  const firsts = Array.from({ length: quick ? 1 : 9 }, () => msOf(phases(0).cold))
  return { first: median(firsts), warm: phases(quick ? 2 : 5).warm }
}

const msOf = (phases: readonly Phase[]) => phases.find(({ name }) => name === whole)?.ms ?? Number.NaN

export async function start({ folder, quick, say }: PartOptions): Promise<Section> {
  writeFileSync(join(folder, 'small.merit'), modelOf(30))
  say('cold start')
  const { bare, over } = measureStart(folder, quick ? 5 : 21)
  say('phases of 10,000 rules')
  const { first, warm } = measureCompiling(quick)
  say('10,000 leads from CSV')
  const score = measureScore(folder, quick ? 1 : 3)
  const rows = [
    ['`node -e 0`', figure(bare)],
    ...warm.map(({ name, ms }) => [`10,000 rules, warm: ${name}`, figure(ms)]),
    ['`merit score`, 30 rules, 10,000 leads from CSV, whole process', figure(score)],
  ]
  return {
    title: 'Start and compile',
    targets: [
      { what: '`merit check`, 30 rules, cold, over `node -e 0`, ms', value: over, bound: { atMost: 110 } },
      { what: `10,000 rules, first run of a process, ${whole}, ms`, value: first, bound: { atMost: 1200 } },
      { what: `10,000 rules, warm, ${whole}, ms`, value: msOf(warm), bound: { atMost: 1200 } },
    ],
    body: `${table(['what', 'median ms'], rows)}

Start-up is the difference to an empty Node process, both started in turn. \`check\` parses by itself. The first run is the
median of several processes that did nothing before.`,
  }
}
