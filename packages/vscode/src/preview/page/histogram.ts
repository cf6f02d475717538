/** How many of the samples have which score, with what stages and grades ask for, and where the chosen lead stands. */
import type { Bin, ScoreDistribution, Threshold } from '@merit-lang/language-server'
import { type Markup, markup, none } from './markup.ts'
import { points } from './numbers.ts'

const WIDTH = 400
/** Of the bars; above them stand the names of thresholds, below them the ends of the scale. */
const HEIGHT = 80
const ABOVE = 16
const BELOW = 14

export function histogram(distribution: ScoreDistribution, own: number | undefined): Markup {
  const { bins, thresholds } = distribution
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last) return none
  const at = (value: number) => Math.min(1, Math.max(0, (value - first.from) / (last.to - first.from || 1))) * WIDTH
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const whole = HEIGHT + ABOVE + BELOW
  return markup`<figure class="spread">
<svg viewBox="0 0 ${WIDTH} ${whole}" role="img" aria-label="${described(distribution, own)}">
<g class="bins">${bins.map(bin => column(bin, at, most))}</g>
${thresholds.map(threshold => line(threshold, at))}
${own === undefined ? none : marker(at(own))}
<text class="end" x="0" y="${whole - 2}">${points(first.from)}</text>
<text class="end" x="${WIDTH}" y="${whole - 2}" text-anchor="end">${points(last.to)}</text>
</svg>
</figure>`
}

type Across = (value: number) => number

function column({ from, to, count }: Bin, at: Across, most: number): Markup {
  const height = (count / most) * HEIGHT
  const [left, right] = [at(from), at(to)]
  return markup`<rect x="${(left + 0.5).toFixed(1)}" width="${Math.max(0.5, right - left - 1).toFixed(1)}" y="${(ABOVE + HEIGHT - height).toFixed(1)}" height="${height.toFixed(1)}"><title>${points(from)} to ${points(to)}: ${count}</title></rect>`
}

function line({ at: value, label }: Threshold, at: Across): Markup {
  const x = at(value).toFixed(1)
  const anchor = at(value) > WIDTH * 0.8 ? 'end' : 'start'
  return markup`<g class="threshold"><line x1="${x}" x2="${x}" y1="4" y2="${ABOVE + HEIGHT}"/><text x="${x}" dx="${anchor === 'end' ? -3 : 3}" y="11" text-anchor="${anchor}">${label} ${points(value)}</text></g>`
}

function marker(x: number): Markup {
  const y = ABOVE + HEIGHT
  return markup`<path class="own" d="M${x.toFixed(1)} ${y} l-5 9 h10 z"><title>This lead</title></path>`
}

/** For those who do not see it. */
function described({ name, min, median, max, thresholds }: ScoreDistribution, own: number | undefined): string {
  const limits = thresholds.map(({ label, at }) => `${label} at ${points(at)}`)
  const lead = own === undefined ? [] : [`this lead ${points(own)}`]
  const spread = `${name} over the samples: ${points(min)} to ${points(max)}, median ${points(median)}`
  return [spread, ...limits, ...lead].join('; ')
}
