/** `merit diff BASE HEAD`: what is different between two versions of models, and what that does to leads. */
import { changesBetween, type Exceeded, type Gates, gatesExceeded, needLeads } from '@merit-lang/insight'
import type { Program } from '@merit-lang/runtime'
import { configNear } from '../config.ts'
import { type ExitCode, exitCodes, Stop, usageError } from '../exit.ts'
import { type GateOptions, gatesOf, orConfigured, requireKnown, sayUnknown } from '../input/gates.ts'
import { readNow } from '../input/instant.ts'
import {
  dataFilesOf,
  type LeadOptions,
  leadsAdvice,
  leadsName,
  requireLeads,
  requireRereadable,
} from '../input/lead-options.ts'
import { Problems } from '../input/problems.ts'
import { type ModelPair, type ModelVersion, openPairs } from '../models/versions.ts'
import {
  type ComparedModels,
  comparisonIn,
  type DiffAccount,
  diffAsData,
  exceededIn,
  type Missing,
  type ModelDiff,
  type Version,
} from '../print/diff/account.ts'
import { diffInLines } from '../print/diff/compact.ts'
import { findingsOfDiff } from '../print/diff/findings.ts'
import { diffAsMarkdown } from '../print/diff/markdown.ts'
import { renderDiff } from '../print/diff/pretty.ts'
import type { Findings } from '../print/findings/finding.ts'
import { type OwnPrinters, type PublishOptions, publish, targetsOf } from '../print/findings/publish.ts'
import { impactOn, type Pair } from '../scoring/diff/impact.ts'
import { proofOf, startProof } from '../scoring/diff/proof.ts'

export interface DiffOptions extends PublishOptions, LeadOptions, GateOptions {}

/** Findings where a gate is exceeded, or a model that is in both places could not be compared. */
export async function diff(base: string, head: string, options: DiffOptions): Promise<ExitCode> {
  const targets = targetsOf(options)
  const asked = gatesOf(options)
  requireLeadsFor(asked, options)
  requireLeads(options)
  const gates = orConfigured(asked, configNear(head).gates, options.leads !== undefined)
  const opened: Opened[] = []
  for (const pair of openPairs(base, head)) opened.push(await open(pair))
  const readable = opened.filter(one => one.kind === 'readable')
  requireRereadable(options, readable.length)
  const programs = readable.flatMap(one => one.programs)
  requireKnown(asked, programs)
  sayUnknown(gates, programs)
  const clock = Date.now()
  const problems = new Problems()
  const models: ModelDiff[] = []
  for (const one of opened) {
    if (one.kind === 'readable' && readable.length > 1) problems.readFor(one.name)
    models.push(one.kind === 'readable' ? await compared(one, { options, gates, clock, problems }) : alone(one, gates))
  }
  problems.conclude()
  const account = { base, head, models, ...scoredFor(options, readable[0], clock) }
  const findings = findingsOfDiff(account, dataFilesOf(options))
  await publish(findings, printersOf(account, findings), targets)
  return exitOf(account, problems, opened)
}

function requireLeadsFor(gates: Gates, { leads }: DiffOptions): void {
  if (leads === undefined && needLeads(gates))
    throw usageError('--max-entering, --max-leaving and --max-shift are about leads.', leadsAdvice)
}

function scoredFor({ leads, now }: DiffOptions, first: Readable | undefined, clock: number) {
  if (leads === undefined || !first) return {}
  return { leads: { file: leadsName(leads), now: readNow(now, first.programs[1], clock) } }
}

const printersOf = (account: DiffAccount, findings: Findings): OwnPrinters => ({
  pretty: screen => renderDiff(account, screen),
  json: () => JSON.stringify(diffAsData(account), null, 2),
  markdown: () => diffAsMarkdown(account),
  compact: () => diffInLines(account, findings),
})

function exitOf(account: DiffAccount, problems: Problems, opened: readonly Opened[]): ExitCode {
  const exits = opened.flatMap(one => (one.kind === 'unread' ? [one.exit] : []))
  if (problems.count > 0 || exits.includes(exitCodes.data)) return exitCodes.data
  return exits.length + exceededIn(account).length > 0 ? exitCodes.findings : exitCodes.done
}

// ---------------------------------------------------------------- models

type Opened = Readable | Unread | Alone

interface Readable {
  readonly kind: 'readable'
  readonly name: string
  readonly before: Version
  readonly after: Version
  readonly programs: readonly [before: Program, after: Program]
}

interface Unread {
  readonly kind: 'unread'
  readonly name: string
  readonly before: Version
  readonly after: Version
  readonly why: string
  readonly exit: ExitCode
}

type Alone =
  | ({ readonly kind: 'added'; readonly name: string; readonly after: Version } & Missing)
  | ({ readonly kind: 'removed'; readonly name: string; readonly before: Version } & Missing)

async function open({ name, before, after, ofFiles: _, ...missing }: ModelPair): Promise<Opened> {
  if (!before) return { kind: 'added', name, after: versionOf(after as ModelVersion), ...missing }
  if (!after) return { kind: 'removed', name, before: versionOf(before), ...missing }
  try {
    const [one, other] = [(await before.load()).program, (await after.load()).program]
    const versions = { before: versionOf(before, one), after: versionOf(after, other) }
    return { kind: 'readable', name, ...versions, programs: [one, other] }
  } catch (error) {
    if (!(error instanceof Stop) || error.exit === exitCodes.usage) throw error
    const versions = { before: versionOf(before), after: versionOf(after) }
    return { kind: 'unread', name, ...versions, why: error.message, exit: error.exit }
  }
}

function versionOf({ label, path, commit }: ModelVersion, program?: Program): Version {
  return { label, path, ...(commit ? { commit } : {}), ...(program ? { revision: program.revision } : {}) }
}

/** What cannot be compared is not known to be equivalent. */
function alone(one: Unread | Alone, gates: Gates): ModelDiff {
  const exceeded: readonly Exceeded[] = gatesExceeded(gates, undefined, undefined)
  if (one.kind !== 'unread') return { ...one, exceeded }
  const { exit: _, ...unread } = one
  return { ...unread, exceeded }
}

interface Run {
  readonly options: DiffOptions
  readonly gates: Gates
  readonly clock: number
  readonly problems: Problems
}

async function compared({ name, before, after, programs }: Readable, run: Run): Promise<ModelDiff> {
  const [one, other] = programs
  const changes = changesBetween(one, other)
  const { impact, proof } = await found({ before: one, after: other, changes }, run)
  const tried = impact && { impact, file: leadsName(run.options.leads ?? '') }
  const exceeded = gatesExceeded(run.gates, tried, comparisonIn(proof))
  return { kind: 'compared', name, before, after, programs, changes, proof, ...(impact ? { impact } : {}), exceeded }
}

async function found(pair: Pair, { options, clock, problems }: Run): Promise<Pick<ComparedModels, 'impact' | 'proof'>> {
  const { leads, now, requireEquivalent } = options
  if (leads === undefined) return { proof: proofOf(pair) }
  const proving = startProof({ ...pair, ...(requireEquivalent ? {} : { budget: quick }) })
  try {
    const impact = await impactOn(leads, pair, readNow(now, pair.after, clock), options, problems)
    return { impact, proof: await proving.proof() }
  } finally {
    proving.stop()
  }
}

/** Where leads show what the change does, the search for others takes about as long as scoring them. */
const quick = { boxes: 60, effort: 5e6 } as const
