/** Tests for people: what failed, where, and how the score came about. */
import type { PromiseVerdict } from '@merit-lang/analysis'
import { type Failure, placeOf, renderDiagnostic } from '@merit-lang/language'
import type { Screen } from '../../terminal.ts'
import { gradeLines, stageLines } from '../explanation/decisions.ts'
import { indent, type Layout } from '../explanation/layout.ts'
import { ruleAlone, scoreLines } from '../explanation/scores.ts'
import { frame } from '../frame.ts'
import { counted } from '../numbers.ts'
import { type Paint, painter } from '../paint.ts'
import { countTests, factsOf, type ShownPromise, type TestedFile } from './run.ts'

export function renderTests(files: readonly TestedFile[], screen: Screen): string {
  const paint = painter(screen.color)
  const width = Math.min(110, screen.width) - 4
  const lines = files.flatMap(file => fileLines(file, screen, { paint, width, zone: file.zone, all: false }))
  return [...lines, summary(files, paint)].join('\n')
}

function fileLines({ path, errors, tests, promises }: TestedFile, screen: Screen, layout: Layout): string[] {
  const { paint } = layout
  return [
    paint.bold(path),
    ...errors.flatMap(error => ['', ...indent(renderDiagnostic(error, screen).split('\n'), 4)]),
    ...tests.flatMap(({ outcome: { name, passed, failures } }) => [
      passed ? `  ${paint.good('✓')} ${name}` : `  ${paint.bad('✗')} ${paint.bold(name)}`,
      ...failures.flatMap(failure => indent(failureLines(failure, layout), 4)),
    ]),
    ...promises.flatMap(one => promiseLines(one, paint)),
    '',
  ]
}

function promiseLines({ promise: { text }, verdict, test }: ShownPromise, paint: Paint): string[] {
  const told = {
    proved: () => [`  ${paint.good('✓')} ${text}  ${paint.dim('proved')}`],
    broken: () => [
      `  ${paint.bad('✗')} ${paint.bold(text)}  ${paint.bad('broken by a lead')}`,
      ...indent(['', ...(test ?? '').trimEnd().split('\n')], 4),
    ],
    undecided: ({ why }) => [`  ${paint.warn('?')} ${text}  ${paint.warn('undecided')}: ${why}`],
  } satisfies { [K in PromiseVerdict['kind']]: (verdict: Extract<PromiseVerdict, { kind: K }>) => string[] }
  return (told[verdict.kind] as (verdict: PromiseVerdict) => string[])(verdict)
}

function failureLines(failure: Failure, layout: Layout): string[] {
  const { span, expected, actual, at } = failure
  const { paint } = layout
  return [
    '',
    paint.dim(`${placeOf(span)}, at ${at}`),
    ...frame(span, paint),
    `expected  ${paint.good(expected)}`,
    `but       ${paint.bad(actual)}`,
    ...breakdown(failure, layout),
    '',
  ]
}

/** How what the expectation speaks of came about. */
function breakdown({ explanation }: Failure, layout: Layout): string[] {
  if (!explanation) return []
  const { scores, grades, stages, rules } = explanation
  const parts = [
    ...scores.map(score => scoreLines(score, layout)),
    ...grades.map(grade => gradeLines(grade, layout)),
    ...stages.map(stage =>
      stageLines(
        stage,
        explanation.disqualifications.some(({ holds }) => holds),
        layout,
      ),
    ),
    ...rules.map(rule => ruleAlone(rule, layout)),
    ...disqualifications(explanation, layout),
  ]
  return parts.flatMap(lines => ['', ...lines])
}

function disqualifications(
  { disqualifications: all }: NonNullable<Failure['explanation']>,
  layout: Layout,
): string[][] {
  const holding = all.filter(({ holds }) => holds)
  return holding.length === 0
    ? []
    : [[layout.paint.dim(`disqualified: ${holding.map(({ reason }) => reason).join(', ')}`)]]
}

function summary(files: readonly TestedFile[], paint: Paint): string {
  return `${factsOf(countTests(files))
    .map(({ text, kind }) => paint[kind](text))
    .join(', ')} in ${counted(files.length, 'file')}`
}
