/** The pipeline as a test sees it: text in, program or result out; what is wrong with the text is thrown as a person would read it. */
import {
  type Checked,
  type CheckOptions,
  check,
  type Lowered,
  lower,
  renderDiagnostic,
  type SourceText,
} from '@merit-lang/language'
import { evaluate, type Program, type Result, readLead } from '@merit-lang/runtime'

export const sourceOf = (text: string, path = 'model.merit'): SourceText => ({ path, text })

export function checkText(text: string, options?: CheckOptions): Checked {
  return check(sourceOf(text), options)
}

/** Findings as text, one after the other; empty for none. */
export function findings({ diagnostics }: Pick<Checked, 'diagnostics'>): string {
  return diagnostics.map(one => renderDiagnostic(one, { color: false })).join('\n\n')
}

export function lowerText(text: string, options?: CheckOptions): Lowered {
  const checked = checkText(text, options)
  if (!checked.model) throw new Error(`The model has errors.\n\n${findings(checked)}\n\n${text}`)
  return lower(checked.model)
}

export const compile = (text: string, options?: CheckOptions): Program => lowerText(text, options).program

/** The result for one lead; `now` in milliseconds. */
export function score(program: Program, data: unknown, now: number): Result {
  return evaluate(program, readLead(program, data), now)
}

/** What a lead gets, without what changes with the text of the model alone. */
export function outcomeOf({ scores, grades, stages, disqualified }: Result) {
  return { scores, grades, stages, disqualified }
}
