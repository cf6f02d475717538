/** `merit compare A B`: whether two models score all leads alike, and what changes where they do not; of folders, each two models that belong together. */
import { compare as compared, NotComparable } from '@merit-lang/analysis'
import { type ExitCode, exitCodes, Stop, usageError } from '../exit.ts'
import { type ModelPair, openPairs } from '../models/versions.ts'
import { type Account, comparisonAsData } from '../print/comparison/account.ts'
import { findingsOfComparison } from '../print/comparison/findings.ts'
import {
  type FoldersAccount,
  findingsOfFolders,
  foldersAlike,
  foldersAsData,
  foldersAsMarkdown,
  renderFolders,
} from '../print/comparison/folders.ts'
import { comparisonAsMarkdown } from '../print/comparison/markdown.ts'
import { renderComparison } from '../print/comparison/pretty.ts'
import type { Findings } from '../print/findings/finding.ts'
import { type OwnPrinters, type PublishOptions, publish, targetsOf } from '../print/findings/publish.ts'

export interface CompareOptions extends PublishOptions {
  readonly witnesses?: boolean
}

/** Done where the models are proved to be alike, findings where they differ, that is not decided, or one has no partner. */
export async function compare(before: string, after: string, options: CompareOptions): Promise<ExitCode> {
  const targets = targetsOf(options)
  const pairs = openPairs(before, after)
  const accounts: Account[] = []
  for (const pair of pairs.filter(isWhole)) accounts.push(await accountOf(pair, options))
  const [only] = accounts
  const { alike, findings, own } =
    only && pairs[0]?.ofFiles ? single(only) : several({ folders: [before, after], accounts, onlyIn: lonelyIn(pairs) })
  await publish(findings, own, targets)
  return alike ? exitCodes.done : exitCodes.findings
}

type Whole = Required<Pick<ModelPair, 'before' | 'after'>>

/** @throws Stop where a file was named that is not there. */
function isWhole(pair: ModelPair): pair is ModelPair & Whole {
  if (pair.missing !== undefined) throw usageError(`${pair.missing}: there is no such file.`)
  return pair.before !== undefined && pair.after !== undefined
}

function lonelyIn(pairs: readonly ModelPair[]): FoldersAccount['onlyIn'] {
  return {
    before: pairs.flatMap(({ before, after }) => (before && !after ? [before.label] : [])),
    after: pairs.flatMap(({ before, after }) => (after && !before ? [after.label] : [])),
  }
}

interface Said {
  readonly alike: boolean
  readonly findings: Findings
  readonly own: OwnPrinters
}

function single(account: Account): Said {
  return {
    alike: account.comparison.alike,
    findings: findingsOfComparison(account),
    own: {
      pretty: screen => renderComparison(account, screen),
      json: () => JSON.stringify(comparisonAsData(account), null, 2),
      markdown: () => comparisonAsMarkdown(account),
    },
  }
}

function several(all: FoldersAccount): Said {
  return {
    alike: foldersAlike(all),
    findings: findingsOfFolders(all),
    own: {
      pretty: screen => renderFolders(all, screen),
      json: () => JSON.stringify(foldersAsData(all), null, 2),
      markdown: () => foldersAsMarkdown(all),
    },
  }
}

async function accountOf({ before, after }: Whole, { witnesses }: CompareOptions): Promise<Account> {
  const [one, other] = [await before.load(), await after.load()]
  return {
    paths: [before.label, after.label],
    programs: [one.program, other.program],
    comparison: comparisonOf(one.program, other.program, `${before.label} and ${after.label}`),
    witnesses: witnesses === true,
  }
}

function comparisonOf(before: Account['programs'][0], after: Account['programs'][1], what: string) {
  try {
    return compared(before, after)
  } catch (error) {
    if (!(error instanceof NotComparable)) throw error
    const advice = 'Where the data itself differs no lead can be scored by both: declare it alike first.'
    throw new Stop(exitCodes.findings, `${what} cannot be compared: ${error.message}.`, advice)
  }
}
