/** A score as a table of its steps, each with a bar from the sum before it to the sum after it. */

import { type Html, html, none } from '@merit-lang/insight/html'
import type { ScoreSteps, Step } from '@merit-lang/language-server'
import { change, points } from './numbers.ts'

/** Of the place for bars, in units of its own. */
const WIDTH = 200
const HEIGHT = 14

export function waterfall({ steps, points: sum }: ScoreSteps, showAll: boolean): Html {
  const shown = steps.filter(step => showAll || matters(step))
  if (shown.length === 0) return html`<p class="quiet">No rule gave points.</p>`
  const scale = scaleOf(steps)
  return html`<table class="waterfall">
<thead><tr><th scope="col">Rule</th><th scope="col">Points</th><th scope="col" aria-hidden="true"></th><th scope="col">Sum</th></tr></thead>
<tbody>${shown.map(step => row(step, scale))}</tbody>
<tfoot><tr><th scope="row">Score</th><td></td><td aria-hidden="true"></td><td>${points(sum)}</td></tr></tfoot>
</table>`
}

/** Those that lacked a value too: it may be why the score is low. */
const matters = ({ points, outcome }: Step) => points !== 0 || outcome === 'input missing'

type Scale = (value: number) => number

/** Zero and all sums fit in. */
function scaleOf(steps: readonly Step[]): Scale {
  const totals = steps.flatMap(({ total, points }) => [total, total - points])
  const [low, high] = [Math.min(0, ...totals), Math.max(0, ...totals)]
  return value => ((value - low) / (high - low || 1)) * WIDTH
}

const classes = {
  rule: 'rule',
  multiplier: 'changed',
  bounds: 'changed',
  weight: 'changed',
  formula: 'rule',
} satisfies { [K in Step['kind']]: string }

function row(step: Step, scale: Scale): Html {
  const { kind, label, detail, outcome, points: given, total, depth, location } = step
  const sign = given > 0 ? 'more' : given < 0 ? 'less' : 'none'
  return html`<tr class="${classes[kind]} ${sign} depth-${Math.min(depth, 4)}" data-outcome="${outcome}">
<th scope="row"><button type="button" class="link" data-location="${JSON.stringify(location)}">${label}</button>${note(detail, outcome)}</th>
<td>${change(given)}</td>
<td aria-hidden="true">${bar(total - given, total, scale)}</td>
<td>${points(total)}</td>
</tr>`
}

function note(detail: string, outcome: Step['outcome']): Html {
  const text = [detail, outcome === 'input missing' ? 'a value is missing' : ''].filter(part => part !== '').join('; ')
  return text === '' ? none : html` <span class="quiet">${text}</span>`
}

function bar(before: number, after: number, scale: Scale): Html {
  const [from, to] = [scale(Math.min(before, after)), scale(Math.max(before, after))]
  const zero = scale(0).toFixed(1)
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none"><line class="zero" x1="${zero}" x2="${zero}" y1="0" y2="${HEIGHT}"/><rect x="${from.toFixed(1)}" y="2" width="${Math.max(1, to - from).toFixed(1)}" height="${HEIGHT - 4}"/></svg>`
}
