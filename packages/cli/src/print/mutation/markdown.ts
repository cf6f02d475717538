/** Mutation as a part of a page: for the summary of a job, or a comment. */
import { code } from '../markdown.ts'
import { counted } from '../numbers.ts'
import {
  bestSuggestion,
  changeText,
  factsOf,
  fileOf,
  lineOf,
  type MutationAccount,
  mutantsOf,
  type Place,
  scoreText,
  unnoticedIn,
} from './report.ts'

/** Nobody reads on for longer. */
const most = 20

export function mutationAsMarkdown(account: MutationAccount): string {
  const places = unnoticedIn(account)
  const left = places.length - most
  return [
    `**Mutation: ${scoreText(account)}** (${factsOf(account).join(', ')})`,
    ...(places.length > 0 ? ['', 'No test notices:', '', ...places.slice(0, most).flatMap(placeLines)] : []),
    ...(left > 0 ? ['', `… and changes in ${counted(left, 'more place')}.`] : []),
  ].join('\n')
}

function placeLines(place: Place): readonly string[] {
  const changes = mutantsOf(place, 'missed').map(one => code(changeText(one)))
  return [`- ${code(`${fileOf(place)}:${lineOf(place)}`)} ${changes.join(', ')}`, ...testLines(bestSuggestion(place))]
}

function testLines(test: string | undefined): readonly string[] {
  if (test === undefined) return []
  const lines = ['```', ...test.trimEnd().split('\n'), '```']
  return ['  <details><summary>A test that would</summary>', '', ...lines.map(line => `  ${line}`), '', '  </details>']
}
