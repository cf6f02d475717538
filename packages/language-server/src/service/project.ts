/** One model, checked, and what is proved of it. */
import { examining } from '@merit-lang/analysis'
import {
  type Checked,
  type Checker,
  check,
  type Diagnostic,
  lower,
  parse,
  type SourceText,
  type Understood,
} from '@merit-lang/language'
import type { Project } from './workspace.ts'

export type Read = (path: string) => SourceText | undefined

/** The language's own functions, for texts that come once. */
export const forgetful: Checker = { check, parse, forget: () => {} }

/** Checked when first asked for. Never throws, whatever the texts. `earlier`: what was known of it before its last edit. */
export function projectOf(
  entry: SourceText,
  read: Read,
  checker: Checker = forgetful,
  earlier?: Understood | undefined,
): Project {
  let checked: Checked | undefined
  let lowered: ReturnType<Project['lowered']>
  let steps: ReturnType<typeof examining> | undefined
  let all: readonly Diagnostic[] | undefined
  return {
    path: entry.path,
    get checked() {
      checked ??= checker.check(entry, { read })
      return checked
    },
    known: () => checked?.understood ?? earlier,
    lowered() {
      const { model } = this.checked
      if (model) lowered ??= lower(model)
      return lowered
    },
    get diagnostics() {
      return all ?? this.checked.diagnostics
    },
    prove() {
      if (all) return false
      steps ??= examining(this.checked, this.lowered())
      // Whatever becomes of the step, it is not taken again.
      const { done = true, value } = steps.next()
      if (done) all = value ?? this.checked.diagnostics
      return !done
    },
  }
}
