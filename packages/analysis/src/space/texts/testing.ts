/** Conditions on a text `t`, for tests. */
import { check, lower } from '@merit-lang/language'
import type { Attribute, Expr, Program, Rule } from '@merit-lang/runtime'

export interface Asked {
  readonly attribute: Attribute
  readonly atoms: readonly Expr[]
  readonly program: Program
}

/** `type` as it is declared: `text required`. */
export function asking(conditions: readonly string[], type = 'text'): Asked {
  const rules = conditions.map((condition, i) => `when ${condition} add ${i + 1}`)
  const program = programOf(`lead { t: ${type} }\n${rules.join('\n')}`)
  const [attribute] = program.attributes
  if (!attribute) throw new Error('The program declares no attribute.')
  const items = program.scores.flatMap(score => (score.kind === 'rules' ? score.block.items : []))
  const atoms = items.flatMap(rule => (rule as Rule).cases.flatMap(({ when }) => when?.expr ?? []))
  return { attribute, atoms, program }
}

function programOf(text: string): Program {
  const { model, diagnostics } = check({ path: 'model.merit', text })
  if (!model) throw new Error(`${text}\n${diagnostics.map(({ name }) => name).join()}`)
  return lower(model).program
}
