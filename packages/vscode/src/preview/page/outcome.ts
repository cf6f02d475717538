/** All that is shown of a lead at an instant. */
import type { Change, Distribution, ScoredLead, ScoreSteps, Share } from '@merit-lang/language-server'
import { histogram } from './histogram.ts'
import { type Markup, markup, none } from './markup.ts'
import { instant, points, share } from './numbers.ts'
import { waterfall } from './waterfall.ts'

export function outcome(scored: ScoredLead, distribution: Distribution | undefined, showAll: boolean): Markup {
  return markup`${verdicts(scored, distribution)}${notes(scored)}${scored.scores.map(one => score(one, distribution, showAll))}`
}

/** In one line, for who listens. */
export function summary({ scores, stages, disqualified }: ScoredLead): string {
  const reached = stages.filter(({ holds }) => holds).map(({ name }) => name)
  const reasons = disqualified.map(reason => `disqualified: ${reason}`)
  return [...scores.map(({ name, points: sum }) => `${name} ${points(sum)}`), ...reached, ...reasons].join(', ')
}

function verdicts({ stages, grades, disqualified }: ScoredLead, distribution: Distribution | undefined): Markup {
  const all = distribution?.samples?.count ?? 0
  const sharesOf = (shares: readonly Share[] | undefined, name: string) => {
    const found = shares?.find(one => one.name === name)
    return found ? markup`<span class="quiet"> of the samples ${share(found.count, all)}</span>` : none
  }
  const staged = stages.map(
    ({ name, holds, until }) =>
      markup`<li class="${holds ? 'reached' : 'missed'}"><b>${name}</b> ${holds ? 'yes' : 'no'}${ends(until)}${sharesOf(distribution?.stages, name)}</li>`,
  )
  const graded = grades.map(({ name, label, until }) => {
    const shares = distribution?.grades.find(grade => grade.name === name)?.labels
    return markup`<li><b>${name}</b> ${label}${ends(until)}${sharesOf(shares, label)}</li>`
  })
  const ruledOut = disqualified.map(reason => markup`<li class="ruled-out"><b>Disqualified</b> ${reason}</li>`)
  return markup`<ul class="verdicts">${[...ruledOut, ...staged, ...graded]}</ul>`
}

function ends(until: Change | null): Markup {
  if (!until) return none
  const then = until.becomes === undefined ? '' : `, then ${until.becomes}`
  return markup` <span class="quiet">until ${instant(until.at)}${then}</span>`
}

function notes({ issues }: ScoredLead): Markup {
  if (issues.length === 0) return none
  return markup`<details class="issues" open><summary>The data is not as declared</summary><ul>${issues.map(issue => markup`<li>${issue}</li>`)}</ul></details>`
}

function score(steps: ScoreSteps, distribution: Distribution | undefined, showAll: boolean): Markup {
  const spread = distribution?.scores.find(({ name }) => name === steps.name)
  return markup`<section>
<h2><button type="button" class="link" data-location="${JSON.stringify(steps.location)}">${steps.name}</button> <span class="sum">${points(steps.points)}</span></h2>
${waterfall(steps, showAll)}
${spread ? histogram(spread, steps.points) : none}
</section>`
}
