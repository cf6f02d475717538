import { indented, literal } from '../text.ts'
import { NotQuick, type Writing } from './writing.ts'

/** What each type of event calls. By the length of its name first: comparing texts that were just parsed takes longer. */
export function dispatchText(heard: readonly number[], { program }: Writing): string {
  const names = program.events.map(({ name }) => name)
  if (names.includes(CALL) || new Set(names).size < names.length) throw new NotQuick()
  const lines = heard.map(type => [names[type] as string, ` && !event${type}(event, list, now)`] as const)
  const all = [...lines, [CALL, ''] as const, ['', ''] as const]
  const lengths = [...new Set(all.map(([name]) => name.length))]
  return lengths
    .map(length =>
      caseText(
        length,
        all.filter(([name]) => name.length === length),
      ),
    )
    .join('\n')
}

/** Such a call has its event's name elsewhere. An event without a type may be one, too. */
const CALL = 'track'

/** Of several names a letter is asked first. */
function caseText(length: number, lines: readonly (readonly [name: string, andStrange: string])[]): string {
  const place = tellingPlace(lines.map(([name]) => name))
  const letter = (name: string) =>
    lines.length > 1 ? `type.charCodeAt(${place}) === ${name.charCodeAt(place)} && ` : ''
  const tests = lines.map(
    ([name, andStrange]) => `if (${letter(name)}type === ${literal(name)}${andStrange}) return false`,
  )
  return `case ${length}:\n${indented(tests.join('\n'))}\n  break`
}

/** Where names of one length have the most different letters. */
function tellingPlace(names: readonly string[]): number {
  const lettersAt = (place: number) => new Set(names.map(name => name.charCodeAt(place))).size
  const places = Array.from({ length: names[0]?.length ?? 0 }, (_, place) => place)
  return places.reduce((best, place) => (lettersAt(place) > lettersAt(best) ? place : best), 0)
}
