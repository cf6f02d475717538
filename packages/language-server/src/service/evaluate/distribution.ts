/** How the scores of many leads spread, and where stages and grades look at them. */
import { type Expr, evaluation, formatNumber, type Program, readLead } from '@merit-lang/runtime'
import type { Span } from '../text.ts'
import type { Project } from '../workspace.ts'
import { grouped, rounded } from './numbers.ts'
import { placesOf } from './places.ts'

export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Where a stage or grade looks at a score. */
export interface Threshold {
  readonly score: number
  readonly at: number
  readonly label: string
  readonly span: Span
}

export interface Middle {
  readonly min: number
  readonly median: number
  readonly max: number
}

/** Of points in ascending order; all 0 where there are none. The median of an even number is the mean of the two in the middle. */
export function middleOf(points: Float64Array): Middle {
  const { length } = points
  if (length === 0) return { min: 0, median: 0, max: 0 }
  const at = (index: number) => points[index] as number
  const half = Math.floor(length / 2)
  return { min: at(0), median: length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2, max: at(length - 1) }
}

/** At most so many bins. */
const MOST_BINS = 20

/** Of equal width, 1, 2 or 5 times a power of ten, without gaps, over points in ascending order; the last takes its upper end in. */
export function binsOf(points: Float64Array): readonly Bin[] {
  if (points.length === 0) return []
  const { min, max } = middleOf(points)
  const width = widthFor(max - min)
  const first = Math.floor(min / width)
  const count = Math.max(1, Math.ceil(max / width) - first)
  const counts = new Array<number>(count).fill(0)
  for (const one of points) {
    const bin = Math.min(count - 1, Math.floor(one / width) - first)
    counts[bin] = (counts[bin] as number) + 1
  }
  const edge = (bin: number) => Number(((first + bin) * width).toPrecision(12))
  return counts.map((found, bin) => ({ from: edge(bin), to: edge(bin + 1), count: found }))
}

function widthFor(range: number): number {
  if (range === 0) return 1
  const power = 10 ** Math.floor(Math.log10(range / MOST_BINS))
  return power * ([1, 2, 5].find(times => range / (power * times) <= MOST_BINS - 1) ?? 10)
}

/** Comparisons of a score with a constant, in the order of stages and grades; each place once. */
export function thresholdsOf(project: Project, program: Program): readonly Threshold[] {
  const places = placesOf(project)
  const constants = evaluation(program, readLead(program, {}), 0)
  const marks = (label: string, span: Span, parts: readonly { readonly holds: Expr }[]) =>
    parts.flatMap(({ holds }) => {
      const mark = markOf(holds, bound => constants.value(bound))
      return mark ? [{ ...mark, label, span }] : []
    })
  return [
    ...program.stages.flatMap(({ name, lines }) =>
      lines.flatMap(line => marks(name, places.spanAt(line.span), line.when.parts)),
    ),
    ...program.grades.flatMap(grade => {
      if (grade.kind === 'joined') return []
      const ast = places.at(grade.span)
      const rows = ast?.kind === 'grade' ? (ast.rows ?? []) : []
      return grade.cases.flatMap(({ label, when }, i) =>
        marks(label, rows[i]?.span ?? places.spanAt(grade.span), when.parts),
      )
    }),
  ]
}

function markOf(holds: Expr, constantOf: (bound: Expr) => ReturnType<ReturnType<typeof evaluation>['value']>) {
  if (holds.op !== 'atMost' && holds.op !== 'less') return undefined
  const { left, right } = holds
  const [score, bound] = left.op === 'score' ? [left, right] : [right, left]
  if (score.op !== 'score' || readsLead(bound)) return undefined
  const at = constantOf(bound)
  return typeof at === 'number' ? { score: score.index, at } : undefined
}

/** Whether a bound is anything but a number that the model itself says. */
const readsLead = (bound: Expr) => bound.op !== 'const' && bound.op !== 'value'

/** In characters. */
const BAR = 24

/** The bins as lines of text, with the thresholds where they fall. For hover. */
export function histogram(points: Float64Array, thresholds: readonly Pick<Threshold, 'at' | 'label'>[]): string {
  const bins = binsOf(points)
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const last = bins.length - 1
  const labels = bins.map(({ from, to }) => `${rounded(from)} … ${rounded(to)}`)
  const width = Math.max(0, ...labels.map(text => text.length))
  return bins
    .map(({ from, to, count }, i) => {
      const here = thresholds.filter(({ at }) => at >= from && (at < to || (i === last && at === to)))
      const marks = here.map(({ at, label }) => `◂ ${label} at ${formatNumber(at)}`).join(', ')
      const bar = '█'.repeat(Math.round((BAR * count) / most)) || (count > 0 ? '▏' : '')
      return `${(labels[i] as string).padStart(width)}  ${`${bar} ${grouped(count)}`.padEnd(BAR + 7)} ${marks}`.trimEnd()
    })
    .join('\n')
}
