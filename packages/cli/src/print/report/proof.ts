/** A comparison in the words that `merit compare` has for it, for a report. */
import { isAlike } from '@merit-lang/analysis'
import type { ProofTold } from '@merit-lang/insight'
import { type Account, evidenceOf, relationOf, verdictOf } from '../comparison/account.ts'

export function tellProof(account: Account): ProofTold {
  const { comparison, paths } = account
  return {
    alike: comparison.alike,
    text: verdictOf(account),
    outcomes: comparison.outcomes.map(one => ({
      name: `${one.kind} ${one.name}`,
      alike: isAlike(one),
      relation: relationOf(one, paths),
      evidence: isAlike(one) ? [] : evidenceOf(one, account).map(({ way, text }) => `${way}: ${text}`),
    })),
  }
}
