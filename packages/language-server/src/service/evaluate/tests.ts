/** The tests of a file: which there are, and how they end. */
import { type Ast, type Failure, runTest, type TestCase, textOf } from '@merit-lang/language'
import type { Span } from '../text.ts'
import type { Project, Workspace } from '../workspace.ts'
import type { Breathe } from './breathe.ts'
import { failureText } from './markdown.ts'
import { notRunnable } from './runnable.ts'

export interface NamedTest {
  /** The name, and which one it is among tests of the same name; stays while others are edited. */
  readonly id: string
  readonly name: string
  readonly span: Span
}

/** Also of a file with mistakes, as far as it can be read. */
export function testsIn(workspace: Workspace, path: string): readonly NamedTest[] {
  return namesOf(workspace.parsed(path)?.ast.statements.filter(one => one.kind === 'test') ?? [])
}

function namesOf(tests: readonly Ast.Test[]): readonly NamedTest[] {
  const seen = new Map<string, number>()
  return tests.map(({ name, span }) => {
    const text = name.kind === 'text' ? name.value : ''
    const before = seen.get(text) ?? 0
    seen.set(text, before + 1)
    return { id: before === 0 ? text : `${text} #${before + 1}`, name: text, span }
  })
}

export interface TestEnd extends NamedTest {
  readonly passed: boolean
  readonly failures: readonly TestFailure[]
}

export interface TestFailure extends Pick<Failure, 'text' | 'span' | 'at' | 'expected' | 'actual'> {
  /** How it came about, in Markdown; empty where there is nothing to tell. */
  readonly breakdown: string
}

export interface Run {
  /** Why nothing was run: one sentence. */
  readonly problem?: string
  readonly ends: readonly TestEnd[]
}

/** With what each of them runs; those of the entry file, in its order. `ids`: only these. */
export function testsOf(
  project: Project,
  ids: readonly string[] | undefined,
): readonly { readonly named: NamedTest; readonly test: TestCase }[] {
  const cases = project.lowered()?.tests ?? []
  const all = namesOf(project.checked.understood.tests).flatMap((one, i) => {
    const test = cases[i]
    return test ? [{ named: one, test }] : []
  })
  return ids ? all.filter(one => ids.includes(one.named.id)) : all
}

/** By the id of each test: what its end depends on. Spaces, comments and what stands elsewhere in the file do not matter. */
export function dependenciesOf(project: Project): ReadonlyMap<string, string> {
  const revision = project.lowered()?.program.revision
  return new Map(testsOf(project, undefined).map(({ named }) => [named.id, `${revision} ${textOf(named.span)}`]))
}

/** @param ids the tests to run; all of them where absent */
export async function runTests(
  project: Project,
  path: string,
  ids: readonly string[] | undefined,
  breathe: Breathe,
): Promise<Run> {
  const problem = notRunnable(project, path)
  const lowered = project.lowered()
  if (problem !== undefined || !lowered) return { problem, ends: [] }
  const ends: TestEnd[] = []
  for (const { named, test } of testsOf(project, ids)) {
    await breathe()
    const { passed, failures } = runTest(lowered, test)
    ends.push({ ...named, passed, failures: failures.map(failureOf) })
  }
  return { ends }
}

function failureOf({ text, span, at, expected, actual, explanation }: Failure): TestFailure {
  return { text, span, at, expected, actual, breakdown: explanation ? failureText(explanation) : '' }
}
