/** One model, checked, and what is proved of it. */
import { type Analysis, analysing, examining, Memory } from '@merit-lang/analysis'
import { type Checked, type Checker, check, type Diagnostic, lower, parse, type SourceText } from '@merit-lang/language'
import { Ranges } from './ranges.ts'
import type { Project } from './workspace.ts'

export type Read = (path: string) => SourceText | undefined

/** The language's own functions, for texts that come once. */
export const forgetful: Checker = { check, parse, forget: () => {} }

/** Checked when first asked for. Never throws, whatever the texts. `earlier`: the same model before its last edit. */
export function projectOf(entry: SourceText, read: Read, checker: Checker = forgetful, earlier?: Project): Project {
  let checked: Checked | undefined
  let lowered: ReturnType<Project['lowered']>
  let steps: ReturnType<typeof examining> | undefined
  let all: readonly Diagnostic[] | undefined
  let analysis: Analysis | undefined
  let measuring: ReturnType<Ranges['prove']> | undefined
  const before = earlier?.known()
  const ranges = new Ranges(earlier?.ranges)
  const memory = earlier?.memory ?? new Memory()
  return {
    path: entry.path,
    get checked() {
      checked ??= checker.check(entry, { read })
      return checked
    },
    known: () => checked?.understood ?? before,
    ranges,
    memory,
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
      steps ??= examining(this.checked, this.lowered(), function* (program) {
        analysis = yield* analysing(program, memory)
        return analysis
      })
      // Whatever becomes of the step, it is not taken again.
      const { done = true, value } = steps.next()
      if (done) all = value ?? this.checked.diagnostics
      return !done
    },
    measure() {
      if (!analysis) return false
      measuring ??= ranges.prove(analysis)
      return !measuring.next().done
    },
  }
}
