/** One model, checked. */
import { type Checked, check, lower, type SourceText } from '@merit-lang/language'
import type { Project } from './workspace.ts'

/** The same signature as `check`, which a checker that remembers earlier texts has as well. */
export type Checker = (
  source: SourceText,
  options: { readonly read: (path: string) => SourceText | undefined },
) => Checked

/** Never throws, whatever the texts. */
export function projectOf(
  entry: SourceText,
  read: (path: string) => SourceText | undefined,
  checker: Checker = check,
): Project {
  const checked = checker(entry, { read })
  let lowered: ReturnType<Project['lowered']>
  const { model } = checked
  return {
    path: entry.path,
    checked,
    lowered: () => {
      if (model) lowered ??= lower(model)
      return lowered
    },
  }
}
