/** What a report tells of a model: what it is, what it does to leads, what is tested of it. */
import { analyse, anatomyOf, compare, NotComparable } from '@merit-lang/analysis'
import {
  type ComparedTold,
  type CoverageTold,
  changesBetween,
  type Impact,
  type ModelRead,
  type ModelReport,
} from '@merit-lang/insight'
import type { Program } from '@merit-lang/runtime'
import { readNow } from '../input/instant.ts'
import type { LeadOptions } from '../input/lead-options.ts'
import type { Problems } from '../input/problems.ts'
import { tellAnatomy } from '../print/report/anatomy.ts'
import { tellCoverage } from '../print/report/coverage.ts'
import { tellProof } from '../print/report/proof.ts'
import { impactOn } from '../scoring/diff/impact.ts'
import { coverModel } from '../testing/model.ts'
import type { ReportedModel } from './models.ts'
import type { Readable, Unread } from './open.ts'

export const unread = ({ model, why }: Unread): ModelReport => ({
  name: model.path,
  path: model.path,
  state: { kind: 'unread', why },
})

export interface Run {
  readonly options: LeadOptions
  /** All models are looked at for one instant. */
  readonly clock: number
  readonly problems: Problems
}

export async function told(one: Readable, run: Run): Promise<ModelReport> {
  const { model, after } = one
  const anatomy = anatomyOf(analyse(after.program))
  const about = (of: string, name: string) => after.docs.find(doc => doc.of === of && doc.name === name)?.text
  const compared = comparedTold(one)
  const state: ModelRead = {
    revision: after.program.revision,
    about: about('model', anatomy.name),
    anatomy: tellAnatomy(anatomy, score => about('score', score)),
    compared,
    impact: await impactOf(one, compared, run),
    coverage: coverageTold(model),
  }
  return { name: anatomy.name === '' ? model.path : anatomy.name, path: model.path, state: { kind: 'read', ...state } }
}

function comparedTold({ model, before, after, unread: broken }: Readable): ComparedTold | undefined {
  if (broken) return { kind: 'alone', why: `Nothing is compared: ${broken.why}` }
  if (!before || !model.before)
    return model.isNew ? { kind: 'alone', why: 'A new model: there is nothing to compare it with.' } : undefined
  const base = model.before.label
  const changes = changesBetween(before.program, after.program)
  return { kind: 'compared', base, changes, proof: proofOf([base, model.path], [before.program, after.program]) }
}

function proofOf(paths: readonly [string, string], programs: readonly [Program, Program]) {
  try {
    return tellProof({ paths, programs, comparison: compare(...programs), witnesses: false })
  } catch (error) {
    if (!(error instanceof NotComparable)) throw error
    return { alike: false, text: `What holds for all leads is not known: ${error.message}.`, outcomes: [] }
  }
}

/** Where nothing is compared, of the model with itself. */
async function impactOf(
  { before, after }: Readable,
  compared: ComparedTold | undefined,
  { options, clock, problems }: Run,
): Promise<Impact | undefined> {
  if (options.leads === undefined) return undefined
  const changes = compared?.kind === 'compared' ? compared.changes : { entries: [] }
  const pair = { before: (before ?? after).program, after: after.program, changes }
  return impactOn(options.leads, pair, readNow(options.now, after.program, clock), options, problems)
}

function coverageTold({ source, tests }: ReportedModel): CoverageTold | { readonly why: string } {
  if (source === undefined)
    return { why: 'tests are in models as they lie in a folder, which bundles and revisions are not' }
  return tellCoverage(coverModel(source, tests))
}
