/** Readers that follow several readings of a text at once. */
import type { Automaton } from '@merit-lang/runtime'
import { automata } from '@merit-lang/runtime/reference'
import { isLetter, lettersOf, pointsOf, type Reader } from './reader.ts'

interface Words {
  /** Whether a word may begin here. */
  readonly open: boolean
  /** How much of the word each beginning has seen. */
  readonly seen: readonly number[]
  readonly done: boolean
}

/** Has the word, which is not empty, between non-letters or the ends. */
export function containingWord(word: string): Reader<Words> {
  const wanted = pointsOf(word)
  const ended = ({ seen }: Words) => seen.includes(wanted.length)
  const { cuts, kindOf } = lettersOf([word])
  return {
    start: { open: true, seen: [], done: false },
    step: (state, letter) => {
      const open = !isLetter(letter)
      if (state.done || (open && ended(state))) return { open: false, seen: [], done: true }
      const begun = state.open ? [...state.seen, 0] : state.seen
      return { open, seen: begun.filter(place => wanted[place] === letter).map(place => place + 1), done: false }
    },
    accepts: state => state.done || ended(state),
    verdict: ({ done }) => done || undefined,
    key: ({ open, seen, done }) => `${done}${open}${seen}`,
    cuts,
    kindOf: letter => `${kindOf(letter)}${isLetter(letter)}`,
  }
}

/** The whole text against `*` and `?`. A state is the places of the pattern that may come next. */
export function shapedLike(pattern: string): Reader<readonly number[]> {
  const wanted = Array.from(pattern)
  const isStar = (place: number) => wanted[place] === '*'
  const beyondStars = (places: readonly number[]) => {
    const reached = new Set<number>()
    for (let place of places) {
      reached.add(place)
      while (isStar(place)) reached.add(++place)
    }
    return [...reached].sort((a, b) => a - b)
  }
  const onlyStarsFrom = wanted.findLastIndex(letter => letter !== '*') + 1
  return {
    start: beyondStars([0]),
    step: (places, letter) => {
      const takes = (place: number) => wanted[place] === '?' || wanted[place]?.codePointAt(0) === letter
      return beyondStars(places.flatMap(place => (isStar(place) ? [place] : takes(place) ? [place + 1] : [])))
    },
    accepts: places => places.includes(wanted.length),
    verdict: places =>
      places.length === 0 ? false : places.some(at => at >= onlyStarsFrom && isStar(at)) || undefined,
    only: places => {
      const next = places.map(place => wanted[place] ?? '')
      return next.includes('*') || next.includes('?') ? undefined : next.flatMap(pointsOf)
    },
    key: places => places.join(),
    ...lettersOf([pattern.replace(/[*?]/g, '')]),
  }
}

interface Threads {
  readonly before: number | undefined
  /** Where those that are under way go on. */
  readonly at: readonly number[]
  readonly done: boolean
}

/** A search by the program's own automaton, step by step. */
export function matching(automaton: Automaton): Reader<Threads> {
  const waitingAt = ({ before, at }: Threads, after: number | undefined) => {
    const letters = [before, after].filter(letter => letter !== undefined)
    return automata.reach(automaton, [0, ...at], letters, before === undefined ? 0 : 1)
  }
  const sets = automaton.filter(instruction => instruction.do === 'set')
  return {
    start: { before: undefined, at: [], done: false },
    step: (state, letter) => {
      const waiting = state.done ? 'match' : waitingAt(state, letter)
      if (waiting === 'match') return { before: undefined, at: [], done: true }
      return { before: letter, at: [...new Set(automata.advance(waiting, letter))].sort((a, b) => a - b), done: false }
    },
    accepts: state => state.done || waitingAt(state, undefined) === 'match',
    verdict: ({ done }) => done || undefined,
    cost: automaton.length / 20,
    key: ({ before, at, done }) => (done ? 'done' : `${before === undefined ? 'start' : around(before)} ${at}`),
    cuts: [...sets.flatMap(({ ranges }) => ranges.map((end, i) => end + (i % 2))), ...ASSERTED],
    kindOf: letter =>
      `${sets.map(set => (automata.advance([set], letter).length > 0 ? 1 : 0)).join('')}${around(letter)}`,
  }
}

/** Where what assertions look at changes: at line ends, and at the ends of digits, `_` and the ASCII letters. */
const ASSERTED = ['\n', '\v', '0', ':', 'A', '[', '_', '`', 'a', '{'].flatMap(pointsOf)

/** What assertions tell of a letter beside them. */
function around(letter: number): string {
  const { lineStart, word } = automata.assertions
  return `${lineStart(letter)}${word(letter, undefined)}`
}
