/** All that is shown of a lead at an instant. */

import { type Html, html, none } from '@merit-lang/insight/html'
import type { Change, Distribution, Leads, ScoredLead, ScoreSteps, Share } from '@merit-lang/language-server'
import { counted } from '../../words.ts'
import { histogram } from './histogram.ts'
import { instant, points, share } from './numbers.ts'
import { waterfall } from './waterfall.ts'

export function outcome(scored: ScoredLead, distribution: Distribution | undefined, showAll: boolean): Html {
  const scores = scored.scores.map(one => score(one, distribution, showAll))
  const nothing = scores.length === 0 ? html`<p class="quiet">The model has no rules yet.</p>` : none
  return html`${verdicts(scored, distribution)}${notes(scored)}${nothing}${scores}`
}

/** Whose scores are shown; nothing where there are none. */
export function source({ samples, leads, found }: Leads): string {
  if (!samples) return ''
  if (samples.standIns) return 'There are no sample leads beside the model: these are the leads of its tests.'
  const more = found > leads.length ? `, ${leads.length} of ${found} listed` : ''
  const problem = samples.problem ? `: ${samples.problem}` : ''
  return `${counted(samples.count, 'lead')} in ${samples.name}${more}${problem}`
}

/** In one line, for who listens. */
export function summary({ scores, stages, disqualified }: ScoredLead): string {
  const reached = stages.filter(({ holds }) => holds).map(({ name }) => name)
  const reasons = disqualified.map(reason => `disqualified: ${reason}`)
  return [...scores.map(({ name, points: sum }) => `${name} ${points(sum)}`), ...reached, ...reasons].join(', ')
}

function verdicts({ stages, grades, disqualified }: ScoredLead, distribution: Distribution | undefined): Html {
  const all = distribution?.samples?.count ?? 0
  const shareOf = (shares: readonly Share[] | undefined, name: string) => {
    const found = shares?.find(one => one.name === name)
    return found ? html`<span class="quiet">${share(found.count, all)} of the samples</span>` : none
  }
  const staged = stages.map(({ name, holds, until }) =>
    verdict(
      name,
      yesOrNo(holds),
      end(until, yesOrNo(!holds)),
      shareOf(distribution?.stages, name),
      holds ? 'reached' : 'missed',
    ),
  )
  const graded = grades.map(({ name, label, until }) => {
    const shares = distribution?.grades.find(grade => grade.name === name)?.labels
    return verdict(name, label, end(until, until?.becomes), shareOf(shares, label), 'graded')
  })
  const ruledOut = disqualified.map(reason => verdict('Disqualified', reason, none, none, 'ruled-out'))
  return html`<ul class="verdicts">${[...ruledOut, ...staged, ...graded]}</ul>`
}

const yesOrNo = (holds: boolean) => (holds ? 'yes' : 'no')

function verdict(name: string, is: string, until: Html, shared: Html, kind: string): Html {
  return html`<li class="${kind}"><span><b>${name}</b> ${is}</span>${until}${shared}</li>`
}

function end(until: Change | null, then: string | undefined): Html {
  if (!until) return none
  return html`<span class="quiet">until ${instant(until.at)}${then === undefined ? '' : `, then ${then}`}</span>`
}

function notes({ issues }: ScoredLead): Html {
  if (issues.length === 0) return none
  return html`<details class="issues" open><summary>The data is not as declared</summary><ul>${issues.map(issue => html`<li>${issue}</li>`)}</ul></details>`
}

function score(steps: ScoreSteps, distribution: Distribution | undefined, showAll: boolean): Html {
  const spread = distribution?.scores.find(({ name }) => name === steps.name)
  return html`<section>
<h2><button type="button" class="link" data-location="${JSON.stringify(steps.location)}">${steps.name}</button> <span class="sum">${points(steps.points)}</span></h2>
${waterfall(steps, showAll)}
${spread ? histogram(spread, steps.points) : none}
</section>`
}
