/** What tests of how texts are spelt say of each other: seen from their letters, without a search. */
import type { Formula, Leaf, Operand, Spelt } from './formula.ts'
import type { Wish } from './pairs.ts'
import { reads } from './reader.ts'

/** Wishes that no text grants both of. There may be more of them. */
export function* contradictions(formulas: readonly Formula[]): Iterable<readonly [Wish, Wish]> {
  const all = formulas.flatMap((formula, condition) => {
    const tests = testsOf(formula)
    return tests ? [{ condition, tests }] : []
  })
  for (const one of all)
    for (const other of all) {
      const each = (by: Relation) => one.tests.every(test => by(test, other.tests))
      if (each(excludesAll)) yield [wish(one, true), wish(other, true)]
      if (each(impliesOne)) yield [wish(one, true), wish(other, false)]
    }
}

function wish({ condition }: { readonly condition: number }, holds: boolean): Wish {
  return [condition, holds]
}

interface Test extends Spelt {
  readonly operand: Operand
  readonly reader: Leaf['reader']
}

/** Longer lists are not gone through. */
const FEW = 8

/** Of a condition that holds where one of these does; undefined of any other. */
function testsOf(formula: Formula): readonly Test[] | undefined {
  const parts = (formula.kind === 'any' ? formula.of : [formula]).map(testsIn)
  return parts.every(tests => tests !== undefined) ? parts.flat() : undefined
}

function testsIn(formula: Formula): readonly Test[] | undefined {
  if (formula.kind !== 'leaf') return undefined
  const { operand, reader, spelt, values } = formula
  if (spelt) return [{ operand, reader, ...spelt }]
  return values && values.length <= FEW
    ? values.map(text => ({ operand, reader, text, at: 'whole', suffices: true }))
    : undefined
}

type Relation = (one: Test, others: readonly Test[]) => boolean

const excludesAll: Relation = (one, others) =>
  others.every(other => one.operand === other.operand && one.at === other.at && areApart[one.at](one.text, other.text))

const areApart = {
  start: (a, b) => !a.startsWith(b) && !b.startsWith(a),
  end: (a, b) => !a.endsWith(b) && !b.endsWith(a),
  whole: (a, b) => a !== b,
  middle: () => false,
  word: () => false,
} satisfies { [P in Spelt['at']]: (a: string, b: string) => boolean }

const impliesOne: Relation = (one, others) =>
  others.some(other => other.suffices && one.operand === other.operand && passes(one, other))

/** Whether what one spells passes the other, whatever may stand around it. */
function passes({ text, at }: Test, other: Test): boolean {
  if (other.at !== 'middle' && other.at !== at && at !== 'whole') return false
  return text === other.text || (text.includes(other.text) && reads(other.reader(), text))
}
