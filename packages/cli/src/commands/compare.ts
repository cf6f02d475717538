/** `merit compare A B`: whether two models score all leads alike, and what changes where they do not; of folders, each two models of one path. */
import { compare as compared, NotComparable } from '@merit-lang/analysis'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { loadProgram } from '../models/load.ts'
import { pairsOf } from '../models/pairs.ts'
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
  const { pairs, onlyIn } = pairsOf(before, after)
  const accounts: Account[] = []
  for (const pair of pairs) accounts.push(await accountOf(pair, options))
  const [only] = accounts
  const isOfFiles = only?.paths[0] === before
  const { alike, findings, own } = isOfFiles ? single(only) : several({ folders: [before, after], accounts, onlyIn })
  await publish(findings, own, targets)
  return alike ? exitCodes.done : exitCodes.findings
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

async function accountOf([before, after]: readonly [string, string], { witnesses }: CompareOptions): Promise<Account> {
  const [one, other] = [await loadProgram(before), await loadProgram(after)]
  return {
    paths: [before, after],
    programs: [one.program, other.program],
    comparison: comparisonOf(one.program, other.program, `${before} and ${after}`),
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
