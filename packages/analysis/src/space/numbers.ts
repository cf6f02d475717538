/** Numbers, cut where conditions change. */
import type { NumberRange, ValueType } from '@merit-lang/runtime'
import { between } from '@merit-lang/runtime/reference'
import { type Cell, cellsOf, endsApart } from './cells.ts'
import { rangeText } from './describe.ts'
import { type Domain, type Filled, type Question, single } from './domain.ts'
import { truthOver } from './interpret.ts'
import { after, before, type Line } from './pieces.ts'
import { lazily } from './texts/lazily.ts'
import { unknownOf } from './unknown.ts'

export function numberDomain(question: Question, type: Extract<ValueType, { kind: 'number' }>): Domain {
  const { program, atoms, raw } = question
  const line = lineOf(type)
  const cells = cellsOf(line, {
    ...question,
    truthOver: (atom, low, high) => truthOver(atom, { program, subject: between(low, high) }),
    starts: [],
  })
  const known = (raw ? endsApart(cells, line) : cells).map(cell => classOf(cell, line, question))
  return single(atoms, [...known, ...unknownOf(question)])
}

function lineOf({ integer, range = {} }: { readonly integer: boolean; readonly range?: NumberRange }): Line {
  const all = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE, integer }
  const { low = all.low, high = all.high, lowOpen, highOpen } = range
  const first = integer ? Math.ceil(low) : low
  const last = integer ? Math.floor(high) : high
  return {
    low: lowOpen && first === low ? after(first, all) : first,
    high: highOpen && last === high ? before(last, all) : last,
    integer,
  }
}

function classOf({ low, high, holds }: Cell, line: Line, { attribute }: Question): Filled {
  const values = lazily(() => plainIn(low, high).filter(number => !attribute.unknownIn.includes(`${number}`)))
  return {
    value: between(low, high),
    holds,
    get text() {
      return rangeText({ low, high }, line)
    },
    get values() {
      return values()
    },
  }
}

/** More than any sum of points: an end without bounds is as good as reached there. */
const PLENTY = 1e12

/** The ends, and what is plainer than they are: numbers of few digits, small ones first. */
function plainIn(low: number, high: number): readonly number[] {
  const middle = low / 2 + high / 2
  const within = high - low < PLENTY ? [Number(middle.toPrecision(2)), middle] : [PLENTY, -PLENTY]
  const candidates = [low, high, Math.ceil(low), Math.floor(high), 0, ...within]
  const inside = candidates.filter(number => number >= low && number <= high).map(number => number + 0)
  return [...new Set(inside)].sort((a, b) => `${a}`.length - `${b}`.length || Math.abs(a) - Math.abs(b))
}
