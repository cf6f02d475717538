/** The impact of a change on a file of leads, however it is read. */
import { type Changes, emptyTally, type Impact, impactOf, impactPlan, joinTally } from '@merit-lang/insight'
import { idKeyOf, keysToTry } from '@merit-lang/leads'
import type { Attribute, EventType, Program } from '@merit-lang/runtime'
import { dataError } from '../../exit.ts'
import { noteMisnamed } from '../../input/leads.ts'
import { type DataFile, openData } from '../../input/open.ts'
import type { Problems } from '../../input/problems.ts'
import { type DataOptions, mapSource, openSource } from '../../input/source.ts'
import { startProgress } from '../../progress.ts'
import { scoreLines, type Work } from '../lines.ts'
import { Notes } from '../notes.ts'
import type { DiffPart, DiffPlan } from './part.ts'
import { PairLeadScorer } from './records.ts'
import { PairChunkScorer } from './scorer.ts'

/** The file that threads run, put in by the build. */
declare const DIFF_WORKER: string | undefined

const work: Work<DiffPlan, DiffPart> = {
  worker: typeof DIFF_WORKER === 'undefined' ? undefined : DIFF_WORKER,
  scorer: plan => new PairChunkScorer(plan),
}

export interface Pair {
  readonly before: Program
  readonly after: Program
  readonly changes: Changes
}

/**
 * Scores each lead with both models.
 * @throws Stop if a file cannot be read at all.
 */
export async function impactOn(
  leads: string,
  pair: Pair,
  now: number,
  options: DataOptions,
  problems: Problems,
): Promise<Impact> {
  const file = await openData(leads)
  const notes = new Notes(file.name, problems)
  const areLines = file.format === 'ndjson' && options.events === undefined
  const impact = await (areLines ? ofLines : ofRecords)({ file, pair, now, options, problems, notes })
  notes.conclude('merit score says which')
  return impact
}

interface Run {
  readonly file: DataFile
  readonly pair: Pair
  readonly now: number
  readonly options: DataOptions
  readonly problems: Problems
  readonly notes: Notes
}

async function ofLines({ file, pair, now, options, problems, notes }: Run): Promise<Impact> {
  const plan = impactPlan(pair.before, pair.after, pair.changes)
  const tally = emptyTally(plan)
  const progress = startProgress('leads')
  let read = 0
  await scoreLines(
    work,
    file,
    first => {
      noteMisnamed(file.name, { ...readBy(pair), note: problems.note }, Object.keys(first ?? {}))
      return { ...pair, now, idKeys: keysToTry(options.id, idKeyOf(first, options.id)) }
    },
    async part => {
      read += part.bytes
      progress.step(part.leads, file.onDisk && read / file.onDisk.size)
      notes.part(part)
      joinTally(tally, part.impact)
    },
  )
  progress.done()
  return impactOf(tally, plan)
}

async function ofRecords({ file, pair, now, options, problems, notes }: Run): Promise<Impact> {
  const plan = impactPlan(pair.before, pair.after, pair.changes)
  if (file.format === 'csv') refuseTwoMeanings(file.name, pair)
  const source = await openSource(readBy(pair), file, options, problems)
  const scorer = new PairLeadScorer(plan, now)
  const progress = startProgress('leads')
  for await (const scored of mapSource(source, lead => scorer.score(lead))) {
    progress.step()
    scorer.take(scored, notes)
  }
  progress.done()
  return impactOf(scorer.tally, plan)
}

type Read = Pick<Program, 'attributes' | 'events'>

/** What either model reads. */
function readBy({ before, after }: Pair): Read {
  return {
    attributes: both(after.attributes, before.attributes),
    events: namesOf(before, after).map(name => ({ name, properties: both(...propertiesOf(name, before, after)) })),
  }
}

const namesOf = (before: Program, after: Program) => [
  ...new Set([...after.events, ...before.events].map(({ name }) => name)),
]

function propertiesOf(name: string, before: Program, after: Program) {
  const [one, other] = [after, before].map(({ events }) => events.find((type: EventType) => type.name === name))
  return [one?.properties ?? [], other?.properties ?? []] as const
}

function both(after: readonly Attribute[], before: readonly Attribute[]): readonly Attribute[] {
  return [...after, ...before.filter(({ key }) => !after.some(other => other.key === key))]
}

/** A cell of a table is read by its type: it has one meaning. */
function refuseTwoMeanings(file: string, { before, after }: Pair): void {
  const other = (one: Attribute) => before.attributes.find(({ key }) => key === one.key)
  const found = after.attributes.find(one => (other(one) ?? one).type.kind !== one.type.kind)
  if (!found) return
  throw dataError(
    `${file}: the column \`${found.key}\` is read as ${other(found)?.type.kind} before and as ${found.type.kind} now, so that its cells have two meanings.`,
    'Give the leads as JSON or NDJSON, where values say themselves what they are.',
  )
}
