import { modelOf } from './engine/model.ts'
import { readLead } from './lead/lead.ts'
import type { Model, ScoreOptions } from './model.ts'
import { linesWithUntil, plainResult } from './plain.ts'
import type { Program } from './program.ts'
import type { Result } from './result.ts'
import { UnsupportedProgram } from './unsupported.ts'

/**
 * A model of which the first lead is scored by the definition itself, since that needs no preparation: to make the engine for
 * a large model takes longer. It is made when it is first needed, and never where the model is only handed on.
 * @throws UnsupportedProgram where the program has forms that this version cannot run.
 */
export function startingModel(program: Program): Model {
  const { name, revision, unsupported } = program
  if (unsupported.length > 0) throw new UnsupportedProgram(unsupported)
  let engine: Model | undefined
  let isFirst = linesWithUntil(program).length === 0
  const made = (): Model => {
    engine ??= modelOf(program)
    return engine
  }
  const start = (lead: unknown, options: ScoreOptions): Result => {
    const result = isFirst ? quickResult(program, lead, options) : undefined
    isFirst = false
    return result ?? made().score(lead, options)
  }
  return {
    name,
    revision,
    program,
    score: (lead, options) => (engine ? engine.score(lead, options) : start(lead, options)),
    contributions: (lead, options) => made().contributions(lead, options),
  }
}

/** Each rule goes through all events: with ten times as many, 2,000 rules take as long as the engine with its preparation. */
const few = 100

function quickResult(program: Program, data: unknown, options: ScoreOptions): Result | undefined {
  const lead = readLead(program, data)
  return lead.events.length > few ? undefined : plainResult(program, lead, options)
}
