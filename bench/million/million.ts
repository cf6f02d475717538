/** `merit score` of a large file, beside JSON.parse of the same lines. */
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  createReadStream,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { evaluate, readLead } from '@merit-lang/runtime'
import { median, ratioOf } from '../median.ts'
import { programOf } from '../parts/cell.ts'
import { figure, type PartOptions, type Section, table } from '../section.ts'
import { leadLine, now } from '../work/leads.ts'
import { meritModel } from '../work/merit.ts'
import { rulesOf } from '../work/rules.ts'

const eventsEach = 10
const ruleCount = 200
const checked = 200

/** Of every lead another line, so that nothing is met twice but the values of enums. */
function writeLeads(file: string, from: number, to: number): void {
  const handle = openSync(file, from === 0 ? 'w' : 'a')
  for (let first = from; first < to; first += 1000) {
    const count = Math.min(1000, to - first)
    const lines = Array.from({ length: count }, (_, i) => leadLine(first + i, eventsEach))
    writeSync(handle, `${lines.join('\n')}\n`)
  }
  closeSync(handle)
}

interface Scored {
  /** Of the whole process. */
  readonly ms: number
  readonly megabytes: number
}

function score(folder: string): Scored {
  const memory = join(folder, 'memory.txt')
  const preload = pathToFileURL(resolve('bench/million/peak-memory.mjs')).href
  const instant = new Date(now).toISOString()
  const merit = [resolve('packages/cli/dist/merit.mjs'), 'score', 'million.merit', 'leads.ndjson']
  const begun = performance.now()
  execFileSync(process.execPath, ['--import', preload, ...merit, '--now', instant, '--out', 'scores.ndjson'], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, MERIT_BENCH_MEMORY: memory },
  })
  return { ms: performance.now() - begun, megabytes: Number(readFileSync(memory, 'utf8')) / 1024 }
}

function parse(folder: string): number {
  const args = ['bench/million/parse.mjs', join(folder, 'leads.ndjson'), String(availableParallelism())]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })).ms
}

/** That as many leads were scored as there are, the first of them as the reference says. */
async function checkScores(folder: string, leads: number): Promise<void> {
  const program = programOf(rulesOf(ruleCount, 'mixed'))
  let line = 0
  for await (const text of createInterface(createReadStream(join(folder, 'scores.ndjson')))) {
    if (line < checked) checkScore(JSON.parse(text), line)
    line++
  }
  if (line !== leads) throw new Error(`merit score wrote ${line} lines for ${leads} leads.`)

  function checkScore(result: { scores: { total: number } }, number: number): void {
    const { scores } = evaluate(program, readLead(program, JSON.parse(leadLine(number, eventsEach))), now)
    if (result.scores.total !== scores.total)
      throw new Error(`merit score gives lead ${number} ${result.scores.total}, but the reference ${scores.total}.`)
  }
}

interface Run {
  readonly leads: number
  readonly megabytes: number
  readonly parsed: readonly number[]
  readonly scored: readonly Scored[]
}

async function run(leads: number, folder: string, rounds: number): Promise<Run> {
  const parsed: number[] = []
  const scored: Scored[] = []
  for (let round = 0; round < rounds; round++) {
    parsed.push(parse(folder))
    scored.push(score(folder))
  }
  await checkScores(folder, leads)
  return { leads, megabytes: statSync(join(folder, 'leads.ndjson')).size / 1e6, parsed, scored }
}

const msOf = ({ scored }: Run) => scored.map(({ ms }) => ms)
const peakOf = ({ scored }: Run) => Math.max(...scored.map(({ megabytes }) => megabytes))

function row(one: Run): readonly string[] {
  const count = one.leads.toLocaleString('en-US')
  const times = [median(one.parsed), median(msOf(one)), ratioOf(msOf(one), one.parsed)]
  return [count, ...[one.megabytes, ...times, peakOf(one)].map(figure)]
}

export async function million({ folder, quick, say }: PartOptions): Promise<Section> {
  const file = join(folder, 'leads.ndjson')
  writeFileSync(join(folder, 'million.merit'), meritModel(rulesOf(ruleCount, 'mixed')))
  const sizes = quick ? [10_000, 100_000] : [100_000, 1_000_000]
  const runs: Run[] = []
  for (const [i, leads] of sizes.entries()) {
    say(`${leads.toLocaleString('en-US')} leads`)
    writeLeads(file, sizes[i - 1] ?? 0, leads)
    runs.push(await run(leads, folder, quick ? 1 : 3))
  }
  rmSync(file)
  const [small, large] = runs as [Run, Run]
  const name = `${large.leads.toLocaleString('en-US')} leads`
  return {
    title: 'A file of a million leads',
    targets: [
      {
        what: `\`merit score\` of ${name} / JSON.parse of the same lines`,
        value: ratioOf(msOf(large), large.parsed),
        bound: { atMost: 0.9 },
      },
      {
        what: `memory with ${name} / with a tenth of them`,
        value: peakOf(large) / peakOf(small),
        bound: { atMost: 1.25 },
      },
    ],
    body: `${table(['leads', 'file, MB', 'JSON.parse, ms', '`merit score`, ms', 'ratio', 'peak memory, MB'], runs.map(row))}

NDJSON, 25 attributes and ${eventsEach} events a lead, ${ruleCount} rules, results written as NDJSON. \`merit score\` is the whole process: start, compile, read,
score, write. JSON.parse is the time that the slowest of ${availableParallelism()} threads spends in JSON.parse of its share of the lines, without reading,
decoding and splitting them. Memory is the most that the whole process with all its threads held.`,
  }
}
