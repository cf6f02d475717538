/** Where the points of a lead come from. */
import { explain as explainProgram } from '../explain.ts'
import { lazily } from '../kernel/memo.ts'
import { readLead } from '../lead/lead.ts'
import type { Contributions, Model, ScoreOptions } from '../model.ts'
import type { Explanation } from '../result.ts'

/** The points of each rule, and, worked out when it is first read, `explained`: the reason of every one of them. */
export type Explained = Contributions & Explanation

/**
 * The result with the points of each rule that gave any. What `explained` says is of the data as it is when that is first
 * read.
 * @throws RangeError where `now` is no instant of the years 0001 to 9999; `LeadRefused` in strict mode.
 */
export function explain({ contributions, program }: Model, lead: unknown, options: ScoreOptions): Explained {
  const explained = lazily(() => explainProgram(program, readLead(program, lead), Number(options.now)).explained)
  return Object.defineProperty(contributions(lead, options), 'explained', {
    get: explained,
    enumerable: true,
  }) as Explained
}
