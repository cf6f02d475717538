import { fold } from '@merit-lang/runtime/reference'
import { letterKind } from './phases.ts'
import { isLetter, pointsOf, type Reader } from './reader.ts'

/** Plain letters, in the order in which texts that people read prefer them. */
const PLAIN = pointsOf('xabcdefghijklmnopqrstuvwyz- 0123456789.,/_@')
const SPACES = pointsOf('\t\v\f\r \u00a0\u1680\u2000\u2028\u202f\u205f\u3000\ufeff')
const LAST = 0x10ffff

/**
 * Letters that stand for all: whatever a folded letter means to the readers, to `trim` and as an `@`, one of these means. The plainest first.
 */
export function alphabetOf(readers: readonly Reader[]): number[] {
  const cuts = new Set([0, ...pointsOf('@A'), ...readers.flatMap(({ cuts }) => cuts)])
  const ends = [...cuts].filter(cut => cut <= LAST).sort((a, b) => a - b)
  const found = ends.flatMap((low, i) => standingFor(low, (ends[i + 1] ?? LAST + 1) - 1))
  const firsts = new Map<string, number>()
  const visible = (letter: number) => !/\p{C}/u.test(String.fromCodePoint(letter))
  for (const letter of [...PLAIN, ...found.filter(visible), ...SPACES, ...found]) {
    const kind = kindOf(letter, readers)
    if (!firsts.has(kind)) firsts.set(kind, letter)
  }
  return [...firsts.values()]
}

function kindOf(letter: number, readers: readonly Reader[]): string {
  return readers.reduce((kinds, reader) => `${kinds},${reader.kindOf(letter)}`, letterKind(letter) as string)
}

/** A letter and something else, if there are any in the range that folding leaves as they are. */
function standingFor(low: number, high: number): number[] {
  const found = new Map<boolean, number>()
  for (let point = low; point <= high && found.size < 2; point++)
    if (isFolded(point) && !found.has(isLetter(point))) found.set(isLetter(point), point)
  return [...found.values()]
}

/** Halves of a pair are left out: they are no letters, and no text of a model has them. */
function isFolded(point: number): boolean {
  if (point >= 0xd800 && point <= 0xdfff) return false
  const letter = String.fromCodePoint(point)
  return fold(letter) === letter
}
