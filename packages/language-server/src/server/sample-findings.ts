/** What is wrong with files of sample leads, shown at their lines. Several models may read one file. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import type { SampleProblem } from '../service/samples/read.ts'
import type { Context } from './feature.ts'

export class SampleFindings {
  /** By the path of the model. */
  private readonly problems = new Map<string, readonly SampleProblem[]>()
  /** Paths of files about which the client was told something. */
  private shown: ReadonlySet<string> = new Set()

  /** Tells what is new; the same list is known already. */
  take(model: string, problems: readonly SampleProblem[], context: Context): void {
    if ((this.problems.get(model) ?? none) === problems) return
    this.problems.set(model, problems)
    for (const path of this.problems.keys()) if (!context.paths.includes(path)) this.problems.delete(path)
    const byPath = grouped([...this.problems.values()].flat())
    for (const path of new Set([...this.shown, ...byPath.keys()]))
      context.show(context.uriOf(path), [...(byPath.get(path)?.values() ?? [])])
    this.shown = new Set(byPath.keys())
  }
}

export const none: readonly SampleProblem[] = []

/** Each once, though two models find the same. A file that is not there has no lines to show anything at. */
function grouped(problems: readonly SampleProblem[]): ReadonlyMap<string, ReadonlyMap<string, Diagnostic>> {
  const byPath = new Map<string, Map<string, Diagnostic>>()
  for (const { path, line = 1, message, unread } of problems) {
    if (unread) continue
    const found = byPath.get(path) ?? new Map<string, Diagnostic>()
    byPath.set(path, found.set(`${line} ${message}`, diagnosticAt(line, message)))
  }
  return byPath
}

function diagnosticAt(line: number, message: string): Diagnostic {
  const range = { start: { line: line - 1, character: 0 }, end: { line, character: 0 } }
  return { source: 'merit', severity: DiagnosticSeverity.Warning, range, message: sentence(message) }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
