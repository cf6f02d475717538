/** The tree of a regular expression. Flags are already worked in; greedy and lazy are the same in a search. */
import type { Instruction } from '@merit-lang/runtime'

export type Assertion = Extract<Instruction, { do: 'assert' }>['what']

export type Node =
  | { readonly kind: 'set'; readonly ranges: readonly number[]; readonly negated: boolean }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence'; readonly of: readonly Node[] }
  | { readonly kind: 'choice'; readonly of: readonly Node[] }
  /** `max` absent: without end. */
  | { readonly kind: 'repeat'; readonly of: Node; readonly min: number; readonly max?: number }

/** A pattern that is refused; the message is a sentence for its author. Never leaves this folder. */
export class RegexProblem extends Error {}

export function refuse(sentence: string): never {
  throw new RegexProblem(sentence)
}

export const maxRepeat = 1000
export const maxInstructions = 10_000
/** Groups in groups. */
export const maxDepth = 200
