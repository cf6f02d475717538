/** A change is tried before it is made: afterwards every name must still stand for what it stood for, and nothing be wrong. */
import { type Diagnostic, messageOf, positionAt, type SourceText } from '@merit-lang/language'
import { keyOf, type Occurrence, occurrencesIn } from './occurrences.ts'
import { projectOf } from './project.ts'
import type { Project, TextEdit, Workspace } from './workspace.ts'

/** The model as it would be. */
export function changed(workspace: Workspace, { path }: Project, edits: readonly TextEdit[]): Project {
  const sources = new Map<string, SourceText>()
  const read = (asked: string) => {
    const source = workspace.parsed(asked)?.source
    if (source && !sources.has(asked)) sources.set(asked, { path: asked, text: edited(source, edits) })
    return sources.get(asked)
  }
  return projectOf(read(path) as SourceText, read)
}

/** The text of one file after the edits of that file, which do not overlap. Of two at one place the first stands first. */
export function edited({ path, text }: SourceText, edits: readonly TextEdit[]): string {
  const here = edits.filter(({ span }) => span.source.path === path)
  let [result, at] = ['', 0]
  for (const { span, text: put } of here.toSorted((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + put
    at = span.end
  }
  return result + text.slice(at)
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
