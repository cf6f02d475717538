/** Whatever the later of two models does otherwise, as findings in it. */
import { type Compared, isAlike } from '@merit-lang/analysis'
import { type Finding, type Findings, plainFinding } from '../findings/finding.ts'
import { type Account, evidenceOf, isUndecided, relationOf, verdictOf } from './account.ts'

export function findingsOfComparison(account: Account): Findings {
  const { comparison, paths } = account
  const findings = comparison.outcomes.filter(one => !isAlike(one)).map(one => finding(one, account))
  return { command: 'compare', files: paths, findings, summary: verdictOf(account) }
}

function finding(compared: Compared, account: Account): Finding {
  const { kind, name } = compared
  const evidence = evidenceOf(compared, account).map(({ way, text }) => ` ${way}: ${text}.`)
  return plainFinding({
    name: isUndecided(compared) ? 'perhaps-not-alike' : 'not-alike',
    severity: 'error',
    message: `The ${kind} ${name}: ${relationOf(compared, account.paths)}.${evidence.join('')}`,
    path: account.paths[1],
    subject: `${kind} ${name}`,
  })
}
