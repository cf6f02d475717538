/** One model, checked. */
import { type Checked, check, lower, type Parsed, parse, type SourceText } from '@merit-lang/language'
import type { Project } from './workspace.ts'

export type Read = (path: string) => SourceText | undefined

/** The language's own functions, or those of one that remembers earlier texts. */
export interface Checker {
  check(source: SourceText, options: { readonly read: Read }): Checked
  parse(source: SourceText): Parsed
}

export const forgetful: Checker = { check, parse }

/** Checked when first asked for. Never throws, whatever the texts. */
export function projectOf(entry: SourceText, read: Read, checker: Checker = forgetful): Project {
  let checked: Checked | undefined
  let lowered: ReturnType<Project['lowered']>
  return {
    path: entry.path,
    get checked() {
      checked ??= checker.check(entry, { read })
      return checked
    },
    lowered() {
      const { model } = this.checked
      if (model) lowered ??= lower(model)
      return lowered
    },
  }
}
