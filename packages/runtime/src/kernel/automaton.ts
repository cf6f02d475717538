import type { Automaton, Instruction, InstructionOf } from '../program.ts'

/**
 * Whether the automaton matches somewhere in the text. All threads advance together, one code point at a time, and each
 * instruction is entered at most once per place: time is at most (code points × instructions), whatever the pattern.
 */
export function search(automaton: Automaton, text: string): boolean {
  const letters = Array.from(text, letter => letter.codePointAt(0) as number)
  let waiting: SetInstruction[] = []
  for (let place = 0; place <= letters.length; place++) {
    const reached = reach(automaton, [0, ...advance(waiting, letters[place - 1])], letters, place)
    if (reached === 'match') return true
    waiting = reached
  }
  return false
}

type SetInstruction = InstructionOf<'set'>

/** Where the threads that wait for a code point go on after this one. */
export function advance(waiting: readonly SetInstruction[], letter: number | undefined): number[] {
  return letter === undefined ? [] : waiting.filter(set => accepts(set, letter)).map(set => set.next)
}

function accepts({ ranges, negated }: SetInstruction, letter: number): boolean {
  const inside = ranges.some((low, i) => i % 2 === 0 && low <= letter && letter <= (ranges[i + 1] as number))
  return inside !== negated
}

/** Follows everything that takes no code point, down to the instructions that do. */
export function reach(
  automaton: Automaton,
  from: number[],
  letters: readonly number[],
  place: number,
): SetInstruction[] | 'match' {
  const seen = new Set<number>()
  const waiting: SetInstruction[] = []
  for (let index = from.pop(); index !== undefined; index = from.pop()) {
    if (seen.has(index)) continue
    seen.add(index)
    const instruction = automaton[index] as Instruction
    if (instruction.do === 'match') return 'match'
    if (instruction.do === 'set') waiting.push(instruction)
    else from.push(...follow(instruction, letters, place))
  }
  return waiting
}

function follow(instruction: InstructionOf<'split' | 'assert'>, letters: readonly number[], place: number): number[] {
  if (instruction.do === 'split') return [instruction.other, instruction.next]
  return assertions[instruction.what](letters[place - 1], letters[place]) ? [instruction.next] : []
}

type Letter = number | undefined

/** Looks at the code points before and after the place; there is none at an end of the text. */
export const assertions = {
  start: before => before === undefined,
  end: (_, after) => after === undefined,
  lineStart: before => before === undefined || before === NEW_LINE,
  lineEnd: (_, after) => after === undefined || after === NEW_LINE,
  word: (before, after) => isWord(before) !== isWord(after),
  notWord: (before, after) => isWord(before) === isWord(after),
} satisfies { [K in InstructionOf<'assert'>['what']]: (before: Letter, after: Letter) => boolean }

const NEW_LINE = 10

/** RE2's word characters: ASCII letters, digits and `_`. */
function isWord(letter: Letter): boolean {
  return letter !== undefined && /^\w$/.test(String.fromCodePoint(letter))
}
