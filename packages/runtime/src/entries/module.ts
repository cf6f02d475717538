/** What stands in every generated module (`merit build --target esm`), bundled into its text. */
import { evaluate } from '../evaluate.ts'
import { readLead } from '../lead/lead.ts'
import type { Model } from '../model.ts'
import type { Program } from '../program.ts'

export function modelOf(program: Program): Pick<Model, 'score'> {
  return { score: (lead, { now }) => evaluate(program, readLead(program, lead), Number(now)) }
}
