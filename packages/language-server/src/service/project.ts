/** One model, checked. */
import { type Checked, type Checker, check, lower, parse, type SourceText, type Understood } from '@merit-lang/language'
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
  }
}
