/** What tests of how texts are spelt say of each other: seen from their letters, without a search. */
import type { Formula, Leaf, Operand, Spelt } from './formula.ts'
import type { Wish } from './pairs.ts'
import { reads } from './reader.ts'

export class Spelling {
  private readonly tests: readonly (readonly Test[] | undefined)[]

  constructor(formulas: readonly Formula[]) {
    this.tests = formulas.map(testsOf)
  }

  /** Whether no text grants both. False also where it takes more than a look. */
  isContradiction(first: Wish, second: Wish): boolean {
    const [one, isSo] = first
    const [other, holds] = second
    if (!isSo) return holds && this.isContradiction(second, first)
    const [tests, others] = [this.tests[one], this.tests[other]]
    const relation = holds ? excludesAll : impliesOne
    return tests !== undefined && others !== undefined && tests.every(test => relation(test, others))
  }

  /** Of many wishes few are that something holds. */
  rulesOut(wishes: readonly Wish[]): boolean {
    return wishes.some(one => one[1] && wishes.some(other => this.isContradiction(one, other)))
  }
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
