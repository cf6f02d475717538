/** Reads the models of a report, and what they are compared with. */
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import type { LoadedProgram } from '../models/load.ts'
import { complain } from '../terminal.ts'
import type { ReportedModel } from './models.ts'

export type Opened = Readable | Unread

export interface Unread {
  readonly kind: 'unread'
  readonly model: ReportedModel
  readonly why: string
  readonly exit: ExitCode
}

export interface Readable {
  readonly kind: 'read'
  readonly model: ReportedModel
  readonly after: LoadedProgram
  readonly before?: LoadedProgram
  /** What it was to be compared with could not be read. */
  readonly unread?: Unread
}

/** @throws Stop where the only model cannot be read. */
export async function open(model: ReportedModel, isOnly: boolean): Promise<Opened> {
  const after = await attempt(model, model.after.load)
  if ('exit' in after) {
    if (isOnly) throw new Stop(after.exit, after.why)
    complain(after.why)
    return after
  }
  if (!model.before) return { kind: 'read', model, after }
  const before = await attempt(model, model.before.load)
  if (!('exit' in before)) return { kind: 'read', model, after, before }
  complain(before.why)
  return { kind: 'read', model, after, unread: before }
}

async function attempt(model: ReportedModel, load: () => Promise<LoadedProgram>): Promise<LoadedProgram | Unread> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof Stop) || error.exit === exitCodes.usage) throw error
    return { kind: 'unread', model, why: error.message, exit: error.exit }
  }
}
