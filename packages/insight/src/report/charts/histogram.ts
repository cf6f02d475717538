/** How many leads have how many points, with the thresholds of stages. */

import type { Bin, ScoreImpact } from '../../impact/impact.ts'
import { grouped, rounded } from '../../numbers.ts'
import { type Html, html, none } from '../html.ts'
import { picture, pictureWidth } from './picture.ts'
import { inRows, type Named, type PlacedName } from './rows.ts'
import { place, widthOf } from './text.ts'
import { ticks } from './ticks.ts'

type Thresholds = ScoreImpact['thresholds']

export interface Histogram {
  readonly name: string
  readonly bins: readonly Bin[]
  /** Those that lie on the axis. */
  readonly thresholds: Thresholds
  /** Whether leads had other points before. */
  readonly compared: boolean
}

const barsHeight = 120
const rowHeight = 14
const axisHeight = 20

export function histogram(chart: Histogram): Html {
  const axes = axesOf(chart)
  const { top, bottom } = axes
  return picture({
    title: `How ${chart.name} is spread`,
    description: described(chart),
    height: bottom + axisHeight,
    body: [
      ...axes.counts.map(count => gridLine(count, axes)),
      ...chart.bins.map(bin => bar(bin, axes)),
      ...(chart.compared ? [outline(chart.bins, axes)] : []),
      ...axes.names.map(
        name =>
          html`<line class="threshold" x1="${place(name.at)}" x2="${place(name.at)}" y1="${place(top - name.row * rowHeight - 12)}" y2="${bottom}"/>`,
      ),
      ...axes.names.map(name => nameOf(name, top)),
      html`<line class="axis" x1="${place(axes.left)}" x2="${pictureWidth}" y1="${bottom}" y2="${bottom}"/>`,
      ...axes.points.map(
        value =>
          html`<text x="${place(axes.across(value))}" y="${bottom + 14}" text-anchor="${anchorAt(axes.across(value))}">${rounded(value)}</text>`,
      ),
    ],
  })
}

interface Axes {
  readonly left: number
  readonly top: number
  readonly bottom: number
  readonly across: (points: number) => number
  readonly up: (leads: number) => number
  readonly counts: readonly number[]
  readonly points: readonly number[]
  readonly names: readonly PlacedName[]
}

function axesOf({ bins, thresholds }: Histogram): Axes {
  const most = Math.max(1, ...bins.flatMap(({ before, after }) => [before, after]))
  const counts = ticks(0, most, 4).filter(count => count > 0 && Number.isInteger(count))
  const left = Math.max(...counts.map(count => widthOf(grouped(count)))) + 6
  const [low, high] = endsOf(bins, thresholds)
  const across = (points: number) => left + ((points - low) / (high - low)) * (pictureWidth - left)
  const names = inRows(namesOf(thresholds, across), pictureWidth)
  const top = (Math.max(-1, ...names.map(({ row }) => row)) + 1) * rowHeight + 6
  const bottom = top + barsHeight
  const up = (leads: number) => bottom - (leads / most) * barsHeight
  return { left, top, bottom, across, up, counts, points: ticks(low, high, 5), names }
}

function endsOf(bins: readonly Bin[], thresholds: Thresholds): readonly [low: number, high: number] {
  const ends = [
    ...bins.flatMap(({ low, high }) => [low, high]),
    ...thresholds.flatMap(({ before, after }) => [before, after]),
  ]
  const known = ends.filter(end => end !== undefined)
  return [Math.min(...known), Math.max(...known)]
}

/** A threshold that was moved stands where it is now, and says where it was. */
function namesOf(thresholds: Thresholds, across: Axes['across']): readonly Named[] {
  return thresholds.map(({ stage: name, before, after }) => {
    if (after === undefined) return { at: across(before as number), name, more: ` was at ${rounded(before as number)}` }
    const was = before === undefined || before === after ? '' : ` (was ${rounded(before)})`
    return { at: across(after), name, more: ` ${rounded(after)}${was}` }
  })
}

function nameOf({ at, label, anchor, row }: PlacedName, top: number): Html {
  const x = anchor === 'start' ? at + 4 : at - 4
  return html`<text class="name" x="${place(x)}" y="${place(top - row * rowHeight - 3)}" text-anchor="${anchor}">${label}</text>`
}

function gridLine(count: number, { left, up }: Axes): Html {
  const y = place(up(count))
  return html`<line class="grid" x1="${place(left)}" x2="${pictureWidth}" y1="${y}" y2="${y}"/><text x="${place(left - 5)}" y="${place(up(count) + 4)}" text-anchor="end">${grouped(count)}</text>`
}

/** However few leads there are in it, it is seen. */
function bar({ low, high, after }: Bin, { across, up, bottom }: Axes): Html {
  if (after === 0) return none
  const [left, right] = [across(low), across(high)]
  const height = Math.max(1, bottom - up(after))
  return html`<rect class="now" x="${place(left + 0.5)}" width="${place(Math.max(0.5, right - left - 1))}" y="${place(bottom - height)}" height="${place(height)}"><title>${rounded(low)} to ${rounded(high)}: ${grouped(after)}</title></rect>`
}

function outline(bins: readonly Bin[], { across, up }: Axes): Html {
  const steps = bins.map(
    ({ low, high, before }) => `H${place(across(low))}V${place(up(before))}H${place(across(high))}`,
  )
  const [first, last] = [bins[0] as Bin, bins.at(-1) as Bin]
  return html`<path class="before" d="M${place(across(first.low))} ${place(up(0))}${steps.join('')}V${place(up(0))}"><title>Before: ${rounded(first.low)} to ${rounded(last.high)}</title></path>`
}

/** Numbers at the edge stay inside. */
function anchorAt(x: number): string {
  return x > pictureWidth - 12 ? 'end' : 'middle'
}

function described({ bins, thresholds, compared }: Histogram): string {
  const most = bins.reduce((one, other) => (other.after > one.after ? other : one))
  const limits = thresholds.map(({ stage, after, before }) => `${stage} at ${rounded((after ?? before) as number)}`)
  return [
    `Most leads, ${grouped(most.after)}, have ${rounded(most.low)} to ${rounded(most.high)} points`,
    ...limits,
    ...(compared ? ['the line shows how it was before'] : []),
  ].join('; ')
}
