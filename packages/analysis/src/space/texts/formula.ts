import type { Truth } from '@merit-lang/runtime/reference'
import { opposite } from '@merit-lang/runtime/reference'
import type { Reader } from './reader.ts'

/** What a test looks at: the text, or what `domain` makes of it. */
export type Operand = 'text' | 'domain'

/** A test of a text; false where its operand is unknown. */
export interface Leaf {
  readonly kind: 'leaf'
  readonly operand: Operand
  /** Made when it is first needed, once. */
  readonly reader: () => Reader
  /** Some that pass, at least where they are combined with nothing else. */
  readonly samples: () => readonly Sample[]
  /** All that pass, where the model lists them. */
  readonly values?: readonly string[]
  readonly spelt?: Spelt
}

/** What every operand that passes has. */
export interface Spelt {
  readonly text: string
  /** `word`: between what is no letter. `whole`: there is nothing else. */
  readonly at: 'start' | 'middle' | 'word' | 'end' | 'whole'
  /** Whether everything that has it there passes. */
  readonly suffices: boolean
}

/** What a text is to have. */
export interface Sample {
  readonly whole?: string
  readonly start?: string
  readonly middle?: string
  readonly end?: string
  readonly fits?: (length: number) => boolean
}

/** A condition on one text, down to tests of it. */
export type Formula =
  | Leaf
  /** Undefined: a test that is not understood. */
  | { readonly kind: 'constant'; readonly holds: Truth }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }

/** Kleene's logic: undefined where the leaves leave it open. */
export function truthOf(formula: Formula, leaf: (leaf: Leaf) => Truth): Truth {
  switch (formula.kind) {
    case 'leaf':
      return leaf(formula)
    case 'constant':
      return formula.holds
    case 'not':
      return opposite(truthOf(formula.of, leaf))
    case 'all':
      return settled(formula.of, false, leaf)
    case 'any':
      return settled(formula.of, true, leaf)
  }
}

/** What one part settles, and else all parts together. */
function settled(parts: readonly Formula[], by: boolean, leaf: (leaf: Leaf) => Truth): Truth {
  let open = false
  for (const part of parts) {
    const truth = truthOf(part, leaf)
    if (truth === by) return by
    open ||= truth === undefined
  }
  return open ? undefined : !by
}

export function leavesOf(formula: Formula): readonly Leaf[] {
  switch (formula.kind) {
    case 'leaf':
      return [formula]
    case 'constant':
      return []
    case 'not':
      return leavesOf(formula.of)
    case 'all':
    case 'any':
      return formula.of.flatMap(leavesOf)
  }
}

/** Leaves without which it is not so. */
export function neededFor(formula: Formula, holds: boolean): readonly Leaf[] {
  if (formula.kind === 'leaf') return holds ? [formula] : []
  if (formula.kind === 'not') return neededFor(formula.of, !holds)
  if (formula.kind === 'constant') return []
  return formula.kind === (holds ? 'all' : 'any') ? formula.of.flatMap(part => neededFor(part, holds)) : []
}

/** Whether everything in it is understood. */
export function isClear(formula: Formula): boolean {
  switch (formula.kind) {
    case 'leaf':
      return true
    case 'constant':
      return formula.holds !== undefined
    case 'not':
      return isClear(formula.of)
    case 'all':
    case 'any':
      return formula.of.every(isClear)
  }
}

/** The only values of an operand for which it may hold; undefined where there is no list of them. */
export function onlyValues(formula: Formula): Listed | undefined {
  const lists = neededFor(formula, true).flatMap(({ operand, values }) => (values ? [{ operand, values }] : []))
  return lists[0]
}

/** Values of an operand. */
export interface Listed {
  readonly operand: Operand
  readonly values: readonly string[]
}
