/** Times the phases of the pipeline in one warm process: for each, the median of several runs, in milliseconds. */
import { check, format, lower, parse } from '@merit-lang/language'
import { median } from '../median.ts'
import { modelOf } from '../work/pipeline-model.ts'

export interface Phase {
  readonly name: string
  readonly ms: number
}

function time<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const begun = performance.now()
  const result = work()
  return { ms: performance.now() - begun, result }
}

/** One run over a fresh text, so that nothing is remembered from the run before. Compiling comes first, so that nothing has warmed it. */
function runOnce(rules: number, salt: number): Record<string, number> {
  const source = () => ({ path: 'bench.merit', text: `${modelOf(rules)}# ${salt}\n` })
  const checked = time(() => check(source()))
  if (!checked.result.model) throw new Error(`The benchmark's model has ${checked.result.diagnostics.length} findings.`)
  const model = checked.result.model
  const lowered = time(() => lower(model))
  const parsed = time(() => parse(source()))
  const formatted = time(() => format(source()))
  return {
    parse: parsed.ms,
    'check (with its own parse)': checked.ms,
    lower: lowered.ms,
    'parse + check + lower': checked.ms + lowered.ms,
    format: formatted.ms,
  }
}

export interface Phases {
  /** Of the very first run of the process: `parse` and `format` alone come after the rest, and are warm by then. */
  readonly cold: readonly Phase[]
  readonly warm: readonly Phase[]
}

const phasesOf = (run: Record<string, number>): Phase[] => Object.entries(run).map(([name, ms]) => ({ name, ms }))

export function measureHere({ rules, runs }: { readonly rules: number; readonly runs: number }): Phases {
  const first = runOnce(rules, -1)
  const all = Array.from({ length: runs }, (_, i) => runOnce(rules, i))
  const warm = Object.keys(first).map(name => ({ name, ms: median(all.map(run => run[name] ?? Number.NaN)) }))
  return { cold: phasesOf(first), warm }
}
