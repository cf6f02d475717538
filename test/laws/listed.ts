/** A small model with what is found of it, and a scoring of every lead that there can be. */
import { type CheckedModel, check, lower } from '@merit-lang/language'
import { type Run, readLead, runOf } from '@merit-lang/runtime/reference'
import { analyse } from '../../packages/analysis/src/analysis.ts'
import type { Findings } from '../../packages/analysis/src/findings/finding.ts'
import { nodesByPlace } from '../../packages/analysis/src/findings/places.ts'
import { now } from '../generators/index.ts'
import type { Small } from '../generators/small.ts'

export interface Listed extends Findings {
  readonly everyone: readonly Run[]
}

export function listed({ text, leads }: Small): Listed {
  const model = check({ path: 'model.merit', text }).model as CheckedModel
  const lowered = lower(model)
  const { program } = lowered
  const nodeAt = nodesByPlace(model)
  const everyone = leads.map(data => runOf(program, readLead(program, data), now))
  return { model, lowered, program, analysis: analyse(program), nodeAt, spanOf: at => nodeAt(at).span, everyone }
}
