/** Bars in the rows of a table. The numbers stand beside them: who does not see them misses nothing. */
import { type Html, html } from '../html.ts'
import { place } from './text.ts'

/** From a value to a place in a row, in hundredths of its width. */
export type Scale = (value: number) => number

/** Zero and all values fit in. */
export function scaleOf(values: readonly number[]): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  return value => ((value - low) / (high - low || 1)) * 100
}

export type BarKind = 'now' | 'before' | 'up' | 'down' | 'group' | 'endless'

/** Never thinner than what is seen. */
export function bar(from: number, to: number, scale: Scale, kind: BarKind): Html {
  const [left, right] = [scale(Math.min(from, to)), scale(Math.max(from, to))]
  const width = Math.max(0.8, right - left)
  const zero = place(scale(0))
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
<line class="zero" x1="${zero}" x2="${zero}" y1="0" y2="10"/>
<rect class="${kind}" x="${place(Math.min(left, 100 - width))}" y="1" width="${place(width)}" height="8"/></svg>`
}
