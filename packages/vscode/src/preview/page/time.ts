/** The slider: the span of time that it covers, in steps that the arrow keys take, and what happens in it. */

import { type Html, html } from '@merit-lang/insight/html'
import type { ScoredLead } from '@merit-lang/language-server'
import { instant } from './numbers.ts'

const HOUR = 3_600_000
/** How many steps it has at least, from one end to the other, where these are longer than an hour. */
const STEPS = 400

export interface Slider {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly value: number
}

/** In milliseconds. The ends lie outside the span where they must, so that steps are whole hours. */
export function sliderOf({ span, now }: ScoredLead): Slider {
  const value = Date.parse(now)
  const [from, to] = [Math.min(Date.parse(span.from), value), Math.max(Date.parse(span.to), value)]
  const step = Math.max(1, Math.floor((to - from) / STEPS / HOUR)) * HOUR
  const min = value - Math.ceil((value - from) / step) * step
  const max = value + Math.ceil((to - value) / step) * step
  return { min, max: Math.max(max, min + step), step, value }
}

/** On the same scale as the slider. */
export function marks({ marks }: Pick<ScoredLead, 'marks'>, { min, max }: Slider): Html {
  const ticks = marks.map(({ at, kind, label }) => {
    const x = (((Date.parse(at) - min) / (max - min)) * 1000).toFixed(1)
    return html`<line class="${kind}" x1="${x}" x2="${x}" y1="0" y2="10"><title>${instant(at)}: ${label}</title></line>`
  })
  return html`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${ticks}</svg>`
}
