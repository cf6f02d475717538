/** How many of the samples have which score, with what stages and grades ask for, and where the chosen lead stands. */

import { type Html, html, none } from '@merit-lang/insight/html'
import type { Bin, ScoreDistribution } from '@merit-lang/language-server'
import { points } from './numbers.ts'
import { type PlacedName, placed } from './threshold-names.ts'

const WIDTH = 400
/** Of the bars; above them stand the names of thresholds, below them the marker of the lead and the ends of the scale. */
const HEIGHT = 80
const BELOW = 22

export function histogram(distribution: ScoreDistribution, own: number | undefined): Html {
  const { bins, thresholds } = distribution
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last) return none
  const at = (value: number) => Math.min(1, Math.max(0, (value - first.from) / (last.to - first.from || 1))) * WIDTH
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const { names, height: above } = placed(thresholds, at, WIDTH)
  const bottom = above + HEIGHT
  const whole = bottom + BELOW
  return html`<figure class="spread">
<svg viewBox="0 0 ${WIDTH} ${whole}" role="img" aria-label="${described(distribution, own)}">
<g class="bins">${bins.map(bin => column(bin, at, bottom, most))}</g>
${names.map(name => line(name, bottom))}
${names.map(text)}
${own === undefined ? none : marker(at(own), bottom)}
<text class="end" x="0" y="${whole - 2}">${points(first.from)}</text>
<text class="end" x="${WIDTH}" y="${whole - 2}" text-anchor="end">${points(last.to)}</text>
</svg>
</figure>`
}

type Across = (value: number) => number

function column({ from, to, count }: Bin, at: Across, bottom: number, most: number): Html {
  const height = (count / most) * HEIGHT
  const [left, right] = [at(from), at(to)]
  return html`<rect x="${(left + 0.5).toFixed(1)}" width="${Math.max(0.5, right - left - 1).toFixed(1)}" y="${(bottom - height).toFixed(1)}" height="${height.toFixed(1)}"><title>${points(from)} to ${points(to)}: ${count}</title></rect>`
}

function line({ x, y }: PlacedName, bottom: number): Html {
  return html`<g class="threshold"><line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${y - 7}" y2="${bottom}"/></g>`
}

function text({ x, y, anchor, label }: PlacedName): Html {
  return html`<text class="name" x="${x.toFixed(1)}" dx="${anchor === 'end' ? -3 : 3}" y="${y}" text-anchor="${anchor}">${label}</text>`
}

function marker(x: number, y: number): Html {
  return html`<path class="own" d="M${x.toFixed(1)} ${y} l-5 9 h10 z"><title>This lead</title></path>`
}

/** For those who do not see it. */
function described({ name, min, median, max, thresholds }: ScoreDistribution, own: number | undefined): string {
  const limits = thresholds.map(({ label, at }) => `${label} at ${points(at)}`)
  const lead = own === undefined ? [] : [`this lead ${points(own)}`]
  const spread = `${name} over the samples: ${points(min)} to ${points(max)}, median ${points(median)}`
  return [spread, ...limits, ...lead].join('; ')
}
