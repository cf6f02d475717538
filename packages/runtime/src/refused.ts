import type { Issue } from './result.ts'

/** The data of a lead does not fit what the model declares, and the caller wants no score of such a lead. */
export class LeadRefused extends Error {
  override readonly name = 'LeadRefused'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(
      `The lead was not scored, since its data does not fit the model:\n${issues.map(one => one.message).join('\n')}`,
    )
    this.issues = issues
  }
}
