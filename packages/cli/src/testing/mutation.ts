/** `merit test --mutate`: which small changes of the models no test notices, and whether that is too many. */
import { configFor } from '../config.ts'
import { usageError } from '../exit.ts'
import { mutate } from '../mutation/mutate.ts'
import { type Finding, type Findings, plainFinding } from '../print/findings/finding.ts'
import { findingsAsMarkdown } from '../print/findings/markdown.ts'
import type { OwnPrinters } from '../print/findings/publish.ts'
import { mutationAsMarkdown } from '../print/mutation/markdown.ts'
import { renderMutation } from '../print/mutation/pretty.ts'
import {
  accountOf,
  changeText,
  fileOf,
  lineOf,
  type MutationAccount,
  mutantsOf,
  type Place,
  scoreText,
  triedIn,
  unnoticedIn,
} from '../print/mutation/report.ts'
import { counted, grouped } from '../print/numbers.ts'
import { painter } from '../print/paint.ts'
import type { TestedModel } from './coverage.ts'

/** What the command line says of it. The others ask for mutation. */
export interface MutationOptions {
  readonly mutate?: boolean
  /** In percent. */
  readonly mutateThreshold?: string
  /** A length of time. */
  readonly budget?: string
}

export interface WantedMutation {
  /** In percent. */
  readonly threshold?: number
  /** In milliseconds. */
  readonly budget?: number
}

/**
 * Nothing where nobody asks for it.
 * @param models whose configurations say what is enough where the command line does not: of several the most
 * @throws Stop where the threshold is no percentage, the budget no length of time, or a configuration has a mistake.
 */
export function wantedMutation(options: MutationOptions, models: readonly string[]): WantedMutation | undefined {
  const { mutate: isAsked, mutateThreshold: threshold, budget } = options
  if (!isAsked && threshold === undefined && budget === undefined) return undefined
  return {
    threshold: threshold === undefined ? configuredThreshold(models) : percentage(threshold),
    budget: budget === undefined ? undefined : milliseconds(budget),
  }
}

function configuredThreshold(models: readonly string[]): number | undefined {
  const said = models.flatMap(path => configFor(path).mutation.threshold ?? [])
  return said.length === 0 ? undefined : Math.max(...said)
}

function percentage(text: string): number {
  const percent = /^\d+(\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN
  if (percent >= 0 && percent <= 100) return percent
  throw usageError(`--mutate-threshold ${text} is no percentage from 0 to 100.`, 'Write --mutate-threshold 80.')
}

const units: Readonly<Record<string, number>> = { s: 1000, min: 60_000, h: 3_600_000 }

function milliseconds(text: string): number {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(s|min|h)?$/.exec(text) ?? []
  const budget = Number(number) * (units[unit] as number)
  if (budget > 0) return budget
  throw usageError(`--budget ${text} is no length of time.`, 'Write --budget 60s, or --budget 5min.')
}

export interface TestedMutation {
  readonly account: MutationAccount
  /** One sentence where too little is noticed. */
  readonly lack?: string
}

/** @param models whose tests pass */
export async function mutated(models: readonly TestedModel[], wanted: WantedMutation): Promise<TestedMutation> {
  const account = accountOf(await mutate(models, wanted.budget))
  return { account, lack: lackOf(account, wanted) }
}

function lackOf(account: MutationAccount, { threshold }: WantedMutation): string | undefined {
  if (threshold === undefined) return undefined
  if (triedIn(account) === 0) return `No change was tried, so that the threshold of ${threshold}% is not reached.`
  if (account.score >= threshold) return undefined
  const { unsure } = account.tally
  const undecided = unsure > 0 ? ` (${grouped(unsure)} undecided, which count as not noticed)` : ''
  return `Tests notice ${scoreText(account)} of the changes${undecided}, which is below the threshold of ${threshold}%.`
}

/** With what is to be said of changes that no test notices. */
export function findingsWithMutation(findings: Findings, { account, lack }: TestedMutation): Findings {
  const [path = ''] = [...account.places.map(fileOf), ...findings.files]
  const about = { path, subject: 'mutation' }
  const low =
    lack === undefined ? [] : [plainFinding({ ...about, name: 'low-mutation-score', severity: 'error', message: lack })]
  const all = [...findings.findings, ...unnoticedIn(account).map(ofPlace), ...untried(account, about), ...low]
  return { ...findings, findings: all, summary: `${findings.summary}; ${scoreText(account)} of changes noticed` }
}

function untried(account: MutationAccount, about: Pick<Finding, 'path' | 'subject'>): readonly Finding[] {
  const { left } = account
  if (left === 0) return []
  const tried = triedIn(account)
  const message = `Only ${grouped(tried)} of ${counted(tried + left, 'change')} ${tried === 1 ? 'was' : 'were'} tried before the budget was spent.`
  return [plainFinding({ ...about, name: 'untried-changes', severity: 'hint', message })]
}

function ofPlace(place: Place) {
  const missed = mutantsOf(place, 'missed')
  const changes = missed.map(one => `\`${changeText(one)}\``).join(', ')
  const message = `No test notices ${missed.length === 1 ? 'this change' : counted(missed.length, 'change')}: ${changes}.`
  const start = { line: lineOf(place), column: 1 }
  return plainFinding({
    name: 'unnoticed-change',
    severity: 'hint',
    message,
    path: fileOf(place),
    start,
    subject: place.name,
  })
}

/** Printers that show the mutation after what they show without it; `own.json` has it already. `findings`: without it. */
export function printersWithMutation(own: OwnPrinters, findings: Findings, tested: TestedMutation): OwnPrinters {
  const { account, lack } = tested
  const warning = lack === undefined ? [] : [lack]
  return {
    ...own,
    pretty: screen =>
      [own.pretty(screen), renderMutation(account, screen), lack === undefined ? '' : painter(screen.color).bad(lack)]
        .filter(part => part !== '')
        .join('\n\n'),
    markdown: () =>
      [own.markdown?.() ?? findingsAsMarkdown(findings), mutationAsMarkdown(account), ...warning].join('\n\n'),
  }
}
