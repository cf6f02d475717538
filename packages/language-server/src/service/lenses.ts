/** Lenses over a model: what its samples come to, and how its tests end. */
import { type Ast, positionAt } from '@merit-lang/language'
import { formatInstant, type Program } from '@merit-lang/runtime'
import { middleOf } from './evaluate/distribution.ts'
import { counted, day, grouped, rounded, share } from './evaluate/numbers.ts'
import { placesOf } from './evaluate/places.ts'
import { rulesOf } from './evaluate/rules.ts'
import type { Spread } from './evaluate/spread.ts'
import { type NamedTest, type TestEnd, testsIn } from './evaluate/tests.ts'
import { nameOf } from './samples/find.ts'
import type { SampleProblem } from './samples/read.ts'
import type { Span } from './text.ts'
import type { Project, Workspace } from './workspace.ts'

export interface Lens {
  readonly span: Span
  readonly title: string
  /** What happens where it is chosen; nothing where it only says something. */
  readonly does?: 'run test' | 'run all tests' | 'open preview'
  /** The id of the test. */
  readonly test?: string
}

/** What is known of a model by now. */
export interface Known {
  readonly samples?: SampleState
  /** How tests ended with the text as it stands, by id. */
  readonly ends: ReadonlyMap<string, TestEnd>
}

export interface SampleState {
  readonly path: string
  readonly cut: boolean
  readonly problems: readonly SampleProblem[]
  /** Absent where the model cannot be scored as it stands, or was not yet. */
  readonly spread?: Spread
}

/** In the order of the text. Of a file that others import those of its own statements. */
export function lensesIn(workspace: Workspace, project: Project, path: string, known: Known): readonly Lens[] {
  const { spread } = known.samples ?? {}
  const program = project.lowered()?.program
  const lenses = [
    ...(project.path === path ? modelLenses(workspace, project, known) : []),
    ...(spread && program ? spreadLenses(project, program, spread) : []),
    ...(project.path === path
      ? testsIn(workspace, path).flatMap(test => testLenses(test, known.ends.get(test.id)))
      : []),
  ]
  return lenses
    .filter(({ span }) => span.source.path === path)
    .sort((a, b) => positionAt(a.span.source, a.span.start).line - positionAt(b.span.source, b.span.start).line)
}

// ---------------------------------------------------------------- the model

function modelLenses(workspace: Workspace, project: Project, { samples }: Known): readonly Lens[] {
  const { files, entry } = project.checked.understood
  const first = files[0]?.ast.statements
  if (!first || first.length === 0) return []
  const span = first.find(one => one.kind === 'model')?.span ?? { source: entry, start: 0, end: 0 }
  const program = project.lowered()?.program
  const tests = testsIn(workspace, project.path).length
  return [
    ...(samples ? sampleLines(samples, program).map(title => ({ span, title })) : []),
    ...(tests > 0 ? [{ span, title: `run ${counted(tests, 'test')}`, does: 'run all tests' as const }] : []),
    { span, title: 'preview', does: 'open preview' },
  ]
}

function sampleLines({ path, cut, problems, spread }: SampleState, program: Program | undefined): readonly string[] {
  const problem = problemText(problems)
  if (!spread || !program || spread.count === 0) return problem === undefined ? [] : [problem]
  const leads = `${cut ? 'the first ' : ''}${counted(spread.count, 'sample')} of ${nameOf(path)} as of ${day(formatInstant(spread.now))}`
  const stages = program.stages.map(({ name }, i) => `${name} ${ofAll(spread.stages[i] ?? 0, spread.count)}`)
  const refused = spread.refused > 0 ? [`disqualified ${ofAll(spread.refused, spread.count)}`] : []
  const outcome = [...stages, ...refused].join(', ')
  const { misfits } = spread
  const misfit = misfits.first
    ? [
        `${counted(misfits.count, 'sample')} with data that does not fit; lead ${misfits.first.lead + 1}: ${misfits.first.message}`,
      ]
    : []
  return [outcome === '' ? leads : `${leads}: ${outcome}`, ...(problem === undefined ? misfit : [problem])]
}

/** The first, and how many there are. */
export function problemText(problems: readonly SampleProblem[]): string | undefined {
  const [first] = problems
  if (!first) return undefined
  const place = first.line === undefined ? nameOf(first.path) : `${nameOf(first.path)}:${first.line}`
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return `${place}: ${first.message}${more}`
}

const ofAll = (part: number, whole: number) => `${grouped(part)} (${share(part, whole)})`

// ---------------------------------------------------------------- what the samples come to

function spreadLenses(project: Project, program: Program, spread: Spread): readonly Lens[] {
  return [
    ...scoreLenses(project, spread),
    ...ruleLenses(project, program, spread),
    ...outcomeLenses(project, program, spread),
  ]
}

/** A `total` of rules outside any block stands nowhere. */
function scoreLenses({ checked }: Project, { scores, count }: Spread): readonly Lens[] {
  return checked.understood.scores.flatMap(({ declaration }, i) => {
    const points = scores[i]
    if (!declaration || !points || count === 0) return []
    const { min, median, max } = middleOf(points)
    const title = `min ${rounded(min)}, median ${rounded(median)}, max ${rounded(max)} over ${counted(count, 'sample')}`
    return [{ span: declaration.span, title }]
  })
}

function ruleLenses(project: Project, program: Program, { rules, count }: Spread): readonly Lens[] {
  const places = placesOf(project)
  return rulesOf(program).flatMap((rule, i) => {
    const { matched, points } = rules[i] ?? { matched: 0, points: 0 }
    const node = places.at(rule.span)
    if (node?.kind !== 'rule') return []
    const of = `${grouped(matched)} of ${counted(count, 'sample')}`
    const gives = matched === 0 ? '' : `, gives ${rounded(points)} points`
    // A table may also match and give nothing.
    const title =
      node.action.kind === 'add' ? `matches ${of}${gives}` : `gives points to ${of}${gives.replace('gives ', '')}`
    return [{ span: node.span, title }]
  })
}

/** A stage's share stands over the first of its lines. */
function outcomeLenses({ checked }: Project, program: Program, spread: Spread): readonly Lens[] {
  const { count } = spread
  const { stages, grades, disqualifications } = checked.understood
  const over = (node: Ast.Statement | undefined, title: string): readonly Lens[] =>
    node ? [{ span: node.span, title }] : []
  const of = `of ${counted(count, 'sample')}`
  return [
    ...stages.flatMap(({ lines }, i) => over(lines[0]?.declaration, `${ofAll(spread.stages[i] ?? 0, count)} ${of}`)),
    ...grades.flatMap(({ declaration }, i) =>
      over(declaration, sharesOf(spread.grades[i] ?? new Map(), program.grades[i], count)),
    ),
    ...disqualifications.flatMap((one, i) => over(one, `${ofAll(spread.disqualified[i] ?? 0, count)} ${of}`)),
  ]
}

/** Labels in the order of the model; those of joined grades as they were found. */
function sharesOf(
  found: ReadonlyMap<string, number>,
  grade: Program['grades'][number] | undefined,
  count: number,
): string {
  const labels =
    grade?.kind === 'cases'
      ? [...new Set([...grade.cases.map(one => one.label), grade.otherwise])]
      : [...found.keys()].sort()
  return labels.map(label => `${label} ${ofAll(found.get(label) ?? 0, count)}`).join(', ')
}

// ---------------------------------------------------------------- tests

function testLenses({ id, span }: NamedTest, end: TestEnd | undefined): readonly Lens[] {
  const run: Lens = { span, title: end ? 'run again' : 'run test', does: 'run test', test: id }
  return end ? [{ span, title: endText(end) }, run] : [run]
}

function endText({ passed, failures }: TestEnd): string {
  const [first] = failures
  if (passed || !first) return '✓ passed'
  const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : ''
  return `✗ failed: ${first.actual}, expected ${first.expected}${more}`
}
