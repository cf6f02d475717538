import type { Lead } from './lead/lead.ts'
import type { ScoreOptions } from './model.ts'
import type { Program } from './program.ts'
import { LeadRefused } from './refused.ts'
import type { Result } from './result.ts'
import { resultOf, startRun } from './run.ts'

/**
 * What a model says of a lead, by the definition itself. Only for programs without lines that last (`until`): they need the
 * lead's whole life.
 * @throws RangeError where `now` is no instant of the years 0001 to 9999; `LeadRefused` in strict mode.
 */
export function plainResult(program: Program, lead: Lead, { now, strict }: ScoreOptions): Result {
  if (strict && lead.issues.length > 0) throw new LeadRefused(lead.issues)
  return resultOf(startRun(program, lead, Number(now), () => () => false))
}

export function linesWithUntil({ stages }: Program): Program['stages'][number]['lines'] {
  return stages.flatMap(({ lines }) => lines).filter(({ until }) => until !== undefined)
}
