/** A change is tried before it is made: afterwards every name must still stand for what it stood for, and nothing be wrong. */
import { type Diagnostic, messageOf, positionAt, type SourceText } from '@merit-lang/language'
import { keyOf, type Occurrence, occurrencesIn } from '../occurrences.ts'
import { projectOf } from '../project.ts'
import type { Project, TextEdit, Workspace } from '../workspace.ts'

/** The model as it would be. */
export function changed(workspace: Workspace, { path }: Project, edits: readonly TextEdit[]): Project {
  const sources = new Map<string, SourceText | undefined>()
  const read = (asked: string) => {
    if (!sources.has(asked)) sources.set(asked, changedText(workspace.parsed(asked)?.source, edits))
    return sources.get(asked)
  }
  return projectOf(read(path) as SourceText, read)
}

function changedText(source: SourceText | undefined, edits: readonly TextEdit[]): SourceText | undefined {
  if (!source) return undefined
  const here = edits.filter(({ span }) => span.source.path === source.path)
  const backwards = here.toSorted((a, b) => b.span.start - a.span.start)
  const text = backwards.reduce(
    (before, { span: { start, end }, text }) => before.slice(0, start) + text + before.slice(end),
    source.text,
  )
  return { path: source.path, text }
}

/** What is wrong with the change, in a sentence. */
export function harmOf(before: Project, after: Project): string | undefined {
  const mistake = newMistake(before, after)
  if (mistake) return `${messageOf(mistake)} (${placeOf(mistake)})`
  const [was, is] = [occurrencesIn(before), occurrencesIn(after)]
  const at = firstDifference(was, is)
  return at < 0 ? undefined : `Then a name would mean something else (${placeOf(is[at] ?? (was[at] as Occurrence))}).`
}

/** By their kinds, since what is said of a mistake may name what has another name now. */
function newMistake(before: Project, after: Project): Diagnostic | undefined {
  const counts = new Map<string, number>()
  for (const { name } of errorsOf(before)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return errorsOf(after).find(({ name }) => {
    const left = (counts.get(name) ?? 0) - 1
    counts.set(name, left)
    return left < 0
  })
}

const errorsOf = ({ checked }: Project) => checked.diagnostics.filter(({ severity }) => severity === 'error')

/** Names that stood for one thing still do, and no others stand for it. */
function firstDifference(was: readonly Occurrence[], is: readonly Occurrence[]): number {
  const forth = new Map<string, string>()
  const back = new Map<string, string>()
  const differs = (_: unknown, i: number) => {
    const [a, b] = [was[i], is[i]]
    if (!a || !b || a.role !== b.role) return true
    const [from, to] = [keyOf(a.entity), keyOf(b.entity)]
    const known = [forth.get(from) ?? to, back.get(to) ?? from]
    forth.set(from, to)
    back.set(to, from)
    return known[0] !== to || known[1] !== from
  }
  return (was.length < is.length ? is : was).findIndex(differs)
}

function placeOf({ span }: { readonly span: Diagnostic['span'] }): string {
  const file = span.source.path.slice(span.source.path.lastIndexOf('/') + 1)
  return `${file}, line ${positionAt(span.source, span.start).line}`
}
