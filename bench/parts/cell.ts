/** One cell of the table: so many rules, so many events, every contestant. Runs in a process of its own. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import type { Contestant, Scorer, Work } from '../contestants/contestant.ts'
import { everyone } from '../contestants/everyone.ts'
import { brokenLine } from '../work/broken.ts'
import { leadLine, parseLead, type Times } from '../work/leads.ts'
import { meritModel } from '../work/merit.ts'
import { type Rule, rulesOf } from '../work/rules.ts'
import { checkEqual } from './equal.ts'
import { type Runner, race } from './rounds.ts'

export interface Cell {
  readonly rules: number
  readonly events: number
  readonly times: Times
  readonly work: 'mixed' | 'attributes'
}

export interface CellInput extends Cell {
  readonly rounds: number
  /** Whether to measure what models hold, too. */
  readonly memory: boolean
  readonly folder: string
}

export interface Measured {
  readonly name: string
  /** Nanoseconds for a lead, round by round; or why there are none. */
  readonly times: readonly number[] | string
  /** What one ready model holds, in kilobytes; NaN (null in JSON) where there is none. */
  readonly kilobytes: number
}

/** Who takes longer for one lead, in milliseconds, is not timed further: the reader has seen enough. */
const patience = 250

export function programOf(rules: readonly Rule[]): Program {
  const { lowered, diagnostics } = compile({ path: 'bench.merit', text: meritModel(rules) })
  if (!lowered) throw new Error(`The benchmark's model is wrong: ${diagnostics.map(({ name }) => name).join(', ')}.`)
  return lowered.program
}

export function workOf(cell: Cell, folder: string): Work {
  const rules = rulesOf(cell.rules, cell.work)
  return { rules, program: programOf(rules), times: cell.times, withEvents: cell.work === 'mixed', folder }
}

/** Collected twice, since what finalizers let go of goes in the second turn. */
async function held(): Promise<number> {
  for (let i = 0; i < 2; i++) {
    globalThis.gc?.()
    await new Promise(setImmediate)
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024
}

interface Entrant {
  readonly contestant: Contestant
  readonly scorer: Scorer | string
  readonly kilobytes: number
}

async function enter(contestant: Contestant, work: Work, line: string, memory: boolean): Promise<Entrant> {
  const scorer = await contestant.build(work)
  if (typeof scorer === 'string') return { contestant, scorer, kilobytes: Number.NaN }
  await timeOne(scorer, line, work)
  const ms = await timeOne(scorer, line, work)
  const kilobytes = memory ? await kilobytesOf(contestant, work, line) : Number.NaN
  const slow = ms > patience && contestant.kind === 'peer'
  return { contestant, scorer: slow ? `${(ms / 1000).toFixed(1)} s a lead` : scorer, kilobytes }
}

const copies = 4

/** What one of several models holds after its first lead: what they share, such as the code of a library, was there before. */
async function kilobytesOf(contestant: Contestant, work: Work, line: string): Promise<number> {
  const before = await held()
  const models: Scorer[] = []
  for (let i = 0; i < copies; i++) {
    const scorer = (await contestant.build(work)) as Scorer
    await timeOne(scorer, line, work)
    models.push(scorer)
  }
  return ((await held()) - before) / models.length
}

async function timeOne(scorer: Scorer, line: string, { times }: Work): Promise<number> {
  const timed = scorer([parseLead(line, times)])
  const begun = performance.now()
  await timed(new Float64Array(1))
  return performance.now() - begun
}

/** As many leads as a slice of the fastest takes. */
const leadsFor = (events: number) => (events >= 1000 ? 100 : events >= 10 ? 1000 : 4000)

/** On leads as they should be, and of those who check what they read on others, too. */
async function checkScores(scorers: ReadonlyMap<Contestant, Scorer>, lines: readonly string[], cell: Cell) {
  const count = cell.events >= 1000 ? 5 : 30
  await checkEqual(scorers, lines.slice(0, count), cell)
  const checking = new Map([...scorers].filter(([{ checksData }]) => checksData))
  const broken = Array.from({ length: count }, (_, i) => brokenLine(i, cell.events))
  await checkEqual(checking, broken, cell)
}

export async function measureHere(input: CellInput, contestants = everyone): Promise<readonly Measured[]> {
  const work = workOf(input, mkdtempSync(join(input.folder, 'cell-')))
  const lines = Array.from({ length: leadsFor(input.events) }, (_, i) => leadLine(i, input.events))
  const entrants: Entrant[] = []
  for (const contestant of contestants) entrants.push(await enter(contestant, work, lines[0] as string, input.memory))

  const scorers = new Map<Contestant, Scorer>()
  for (const { contestant, scorer } of entrants) if (typeof scorer !== 'string') scorers.set(contestant, scorer)
  await checkScores(scorers, lines, input)

  const runners = new Map<Contestant, Runner>()
  for (const [contestant, scorer] of scorers) runners.set(contestant, { scorer, times: [], slice: 1 })
  await race([...runners.values()], lines, input.times, input.rounds)
  return entrants.map(({ contestant, scorer, kilobytes }) => ({
    name: contestant.name,
    times: typeof scorer === 'string' ? scorer : (runners.get(contestant)?.times ?? []),
    kilobytes,
  }))
}
