/**
 * The smallest way to score a lead in a page: no faster way than the reference evaluator, and no reasons. Results are those
 * of every other way.
 */
import { readAnyBundle } from '../bundle/read.ts'
import { readLead } from '../lead/lead.ts'
import type { Model } from '../model.ts'
import { linesWithUntil, plainResult } from '../plain.ts'
import type { Program } from '../program.ts'
import { LeadRefused } from '../refused.ts'
import { UnsupportedProgram } from '../unsupported.ts'

export { BundleError } from '../bundle/error.ts'
export type { ScoreOptions } from '../model.ts'
export type { Issue, IssueCode, Result } from '../result.ts'
export { LeadRefused, UnsupportedProgram }

/** A model that scores one lead after the other, as `loadModel` of `@merit-lang/runtime` gives it, but without reasons. */
export type CompactModel = Pick<Model, 'name' | 'revision' | 'program' | 'score'>

/**
 * The model in a bundle, which is verified and checked as by `loadModel` of `@merit-lang/runtime`.
 * @throws BundleError where the bundle is damaged, changed, of a newer version, or no bundle; UnsupportedProgram also for
 * models that keep leads in a stage (`until`), which need the lead's whole life.
 */
export function loadModel(bundle: unknown): CompactModel {
  const { program } = readAnyBundle(bundle)
  const unsupported = [...program.unsupported, ...lasting(program)]
  if (unsupported.length > 0) throw new UnsupportedProgram(unsupported)
  const { name, revision } = program
  return { name, revision, program, score: (data, options) => plainResult(program, readLead(program, data), options) }
}

function lasting(program: Program): Program['unsupported'] {
  return linesWithUntil(program).map(({ text, span }) => ({
    what: `${text} (until needs loadModel of @merit-lang/runtime)`,
    span,
  }))
}
