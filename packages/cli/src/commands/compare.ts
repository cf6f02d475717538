/** `merit compare A B`: whether two models score all leads alike, and what changes where they do not. */
import { compare as compared, NotComparable } from '@merit-lang/analysis'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { loadProgram } from '../models/load.ts'
import { type Account, comparisonAsData } from '../print/comparison/account.ts'
import { findingsOfComparison } from '../print/comparison/findings.ts'
import { comparisonAsMarkdown } from '../print/comparison/markdown.ts'
import { renderComparison } from '../print/comparison/pretty.ts'
import { type OwnPrinters, type PublishOptions, publish, targetsOf } from '../print/findings/publish.ts'

export interface CompareOptions extends PublishOptions {
  readonly witnesses?: boolean
}

/** Done where the models are proved to be alike, findings where they differ or that is not decided. */
export async function compare(before: string, after: string, options: CompareOptions): Promise<ExitCode> {
  const targets = targetsOf(options)
  const [one, other] = [await loadProgram(before), await loadProgram(after)]
  const account: Account = {
    paths: [before, after],
    programs: [one.program, other.program],
    comparison: comparisonOf(one.program, other.program, `${before} and ${after}`),
    witnesses: options.witnesses === true,
  }
  const own: OwnPrinters = {
    pretty: screen => renderComparison(account, screen),
    json: () => JSON.stringify(comparisonAsData(account), null, 2),
    markdown: () => comparisonAsMarkdown(account),
  }
  await publish(findingsOfComparison(account), own, targets)
  return account.comparison.alike ? exitCodes.done : exitCodes.findings
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
