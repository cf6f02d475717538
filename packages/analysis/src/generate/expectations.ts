/** What a test expects of a lead: what the reference says of it. */
import { type CheckedModel, isPlainName, rulesOf, writtenName, writtenNumber, writtenText } from '@merit-lang/language'
import { type Explanation, explain, type Program, readLead } from '@merit-lang/runtime'
import type { Witness } from '../claims.ts'
import { namesIn } from '../witness/test-text.ts'

/** Each what stands after `expect`: all scores, grades and stages, and the outcomes of some rules. */
export function expectationsOf(
  program: Program,
  { lead, now }: Witness,
  rules: readonly string[],
  model?: CheckedModel,
): readonly string[] {
  const taken = model && namesIn(model)
  const labelText = (label: string) => (taken && isPlainName(label) && !taken.has(label) ? label : writtenText(label))
  const explanation = explain(program, readLead(program, lead), now)
  const { scores, grades, stages } = explanation
  return [
    ...Object.entries(scores).map(([name, points]) => `${writtenName(name)} = ${writtenNumber(points)}`),
    ...Object.entries(grades).map(([name, label]) => `${writtenName(name)} = ${labelText(label)}`),
    ...Object.entries(stages).map(([name, reached]) => `${reached ? '' : 'not '}${writtenName(name)}`),
    ...disqualified(program, explanation),
    ...rules.flatMap(rule => outcomeOf(rule, explanation)),
  ]
}

function disqualified({ disqualifications }: Program, { disqualified }: Explanation): readonly string[] {
  if (disqualifications.length === 0) return []
  return disqualified.length > 0
    ? disqualified.map(reason => `disqualified ${writtenText(reason)}`)
    : ['not disqualified']
}

/** Rules of several blocks may have one name: then something can be said of them only where all come to the same. */
function outcomeOf(rule: string, explanation: Explanation): readonly string[] {
  const [outcome, ...others] = new Set(rulesOf(explanation, rule).map(one => one.outcome))
  return outcome && others.length === 0 ? [`rule ${writtenText(rule)} ${outcome}`] : []
}
