import { type Program, UnsupportedProgram } from '@merit-lang/runtime'
import { programText } from './program-text.ts'
import { quickText } from './quick/quick.ts'
import { support } from './support.generated.ts'
import { literal } from './text.ts'
import { heading } from './types.ts'

export interface ModuleOptions {
  /** SHA-256 of the bundle of the same model, which the module then exports. */
  readonly hash?: string
}

/**
 * An ES module that scores leads as the program says: it imports nothing, makes no code from text, and exports `score` and
 * `contributions`, and `name`, `revision` and `hash` of the model. Its types are `generateModuleTypes` of the same program.
 *
 * Throws `UnsupportedProgram` where the program has a form that this version cannot run.
 */
export function generateModule(program: Program, { hash }: ModuleOptions = {}): string {
  if (program.unsupported.length > 0) throw new UnsupportedProgram(program.unsupported)
  const { operations, program: whole } = programText(program)
  return `${heading(program)}

// The engine, which is the same in every module.
${support}
// What the bundler exports are getters; plain fields are faster.
const merit = { ...engine }

// What the model says, operation by operation.
${operations}
const program = ${whole}

const model = merit.modelOf(program)
${quickText(program) ?? NOTHING_QUICK}

export const name = ${literal(program.name)}
export const revision = ${literal(program.revision)}
export const hash = ${hash === undefined ? 'undefined' : literal(hash)}

/** What the model says of a lead at the instant \`now\`. */
export function score(lead, options) {
  const now = Number(options.now)
  const withIssues = options.issues !== false
  const result = !options.strict && merit.isInstant(now) ? quick(lead, now, withIssues) : undefined
  return result ?? withoutIssues(model.score(lead, options), withIssues)
}

/** The same, with the points of every rule that gave any. */
export function contributions(lead, options) {
  return withoutIssues(model.contributions(lead, options), options.issues !== false)
}

function withoutIssues(result, withIssues) {
  return withIssues ? result : { ...result, issues: [] }
}
`
}

/** The model has forms that only the engine runs. */
const NOTHING_QUICK = 'const quick = () => undefined'
