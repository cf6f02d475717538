/** Mutation for people: how much is noticed, then the changes that no test notices, and tests that would. */
import { lineText } from '@merit-lang/language'
import type { Screen } from '../../terminal.ts'
import { counted } from '../numbers.ts'
import { type Paint, padStart, painter, shorten } from '../paint.ts'
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
const mostPlaces = 20
const mostOfPlace = 8

export function renderMutation(account: MutationAccount, { color, width }: Screen): string {
  const paint = painter(color)
  return [headline(account, paint), ...unnoticed(account, Math.min(110, width), paint)].join('\n')
}

function headline(account: MutationAccount, paint: Paint): string {
  const { tally } = account
  const style = tally.missed + tally.unsure === 0 ? paint.good : paint.warn
  return `${paint.bold('mutation')}  ${style(scoreText(account))}  ${factsOf(account).join(', ')}`
}

function unnoticed(account: MutationAccount, width: number, paint: Paint): readonly string[] {
  const places = unnoticedIn(account)
  if (places.length === 0) return []
  const shown = places.slice(0, mostPlaces)
  const files = [...new Set(shown.map(fileOf))]
  const left = places.length - shown.length
  return [
    '',
    paint.bold('No test notices'),
    ...files.flatMap(file => [
      '',
      paint.bold(file),
      ...shown.filter(one => fileOf(one) === file).flatMap(one => placeLines(one, width, paint)),
    ]),
    ...(left > 0
      ? ['', paint.dim(`… and changes in ${counted(left, 'more place')}: --format json has all of them.`)]
      : []),
  ]
}

/** The line that is changed, what it could be changed to, and a test that would notice. */
function placeLines(place: Place, width: number, paint: Paint): readonly string[] {
  const missed = mutantsOf(place, 'missed')
  const left = missed.length - mostOfPlace
  const line = lineText(place.span.source, lineOf(place)).trim()
  return [
    '',
    `${paint.dim(`${padStart(String(lineOf(place)), 5)} │`)} ${shorten(line, width - 8)}`,
    ...missed.slice(0, mostOfPlace).map(one => `        ${paint.warn(shorten(changeText(one), width - 8))}`),
    ...(left > 0 ? [paint.dim(`        … and ${counted(left, 'more change')}`)] : []),
    ...testLines(bestSuggestion(place), missed.length, paint),
  ]
}

/** In full, since it is there to be copied. */
function testLines(test: string | undefined, changes: number, paint: Paint): readonly string[] {
  if (test === undefined) return []
  const title = changes === 1 ? 'A test that would notice it:' : 'A test that would notice the most of them:'
  const lines = test.trimEnd().split('\n')
  return [paint.dim(`        ${title}`), ...lines.map(line => `          ${line}`)]
}
