/** From conditions of the program to formulas. */
import type { Expr, ExprOf, Op } from '@merit-lang/runtime'
import type { Formula, Leaf, Operand, Sample, Spelt } from './formula.ts'
import { lazily } from './lazily.ts'
import { asLongAs, lengthTest } from './lengths.ts'
import { containing, endingWith, oneOf, startingWith } from './literals.ts'
import { isWellFormed, literalOf, subjectOf } from './operands.ts'
import { containingWord, matching, shapedLike } from './patterns.ts'
import { noLetters, type Reader, reads } from './reader.ts'
import { Search } from './search.ts'

type Values = readonly Expr[]

/** What is not here is not understood. */
const meanings: { readonly [K in Op]?: (e: ExprOf<K>, values: Values) => Formula } = {
  const: ({ value }) => constant(value === true),
  value: ({ index }, values) => formulaOf(values[index] as Expr, values),
  not: ({ of }, values) => not(formulaOf(of, values)),
  and: ({ of }, values) => ({ kind: 'all', of: of.map(part => formulaOf(part, values)) }),
  or: ({ of }, values) => ({ kind: 'any', of: of.map(part => formulaOf(part, values)) }),
  choose: ({ cases, otherwise }, values) =>
    cases.reduceRight((rest, one) => either(one, rest, values), formulaOf(otherwise, values)),
  known: ({ of }, values) => known(subjectOf(of, values)?.operand),
  equal: (e, values) => equalTo(e.left, e.right, values) ?? equalTo(e.right, e.left, values) ?? ofLength(e, values),
  less: ofLength,
  atMost: ofLength,
  member: (e, values) => listed(e.of, e.values, values) ?? ofLength(e, values),
  contains: literal(containing, 'middle'),
  startsWith: literal(startingWith, 'start'),
  endsWith: literal(endingWith, 'end'),
  containsWord: literal(containingWord, 'word'),
  like: ({ of, pattern }, values) =>
    isWellFormed(pattern)
      ? leaf(
          of,
          values,
          () => shapedLike(pattern),
          () => [shape(pattern)],
          startOf(pattern),
        )
      : unclear,
  matches: ({ of, automaton }, values) => leaf(of, values, () => matching(automaton), found),
}

/** The condition as a formula; what reads anything but the one text and its domain in it is not understood. */
export function formulaOf(e: Expr, values: Values): Formula {
  const meaning = meanings[e.op] as ((e: Expr, values: Values) => Formula) | undefined
  return meaning?.(e, values) ?? unclear
}

const constant = (holds: boolean): Formula => ({ kind: 'constant', holds })
const unclear: Formula = { kind: 'constant', holds: undefined }
const not = (of: Formula): Formula => ({ kind: 'not', of })

function either(one: { readonly when: Expr; readonly then: Expr }, rest: Formula, values: Values): Formula {
  const when = formulaOf(one.when, values)
  const otherwise: Formula = { kind: 'all', of: [not(when), rest] }
  return { kind: 'any', of: [{ kind: 'all', of: [when, formulaOf(one.then, values)] }, otherwise] }
}

/** Of texts that are known. */
function known(operand: Operand | undefined): Formula {
  if (operand === undefined) return unclear
  return operand === 'text'
    ? constant(true)
    : test(
        operand,
        () => anything,
        () => [{}],
      )
}

const anything: Reader = {
  start: 0,
  step: state => state,
  accepts: () => true,
  verdict: () => true,
  key: () => 0,
  ...noLetters,
}

type Samples = (reader: Reader) => readonly Sample[]

function test(operand: Operand, reader: () => Reader, samples: Samples, spelt?: Spelt): Leaf {
  const once = lazily(reader)
  return { kind: 'leaf', operand, reader: once, samples: lazily(() => samples(once())), spelt }
}

function leaf(of: Expr, values: Values, reader: () => Reader, samples: Samples, spelt?: Spelt): Formula {
  const subject = subjectOf(of, values)
  return subject?.folded ? test(subject.operand, reader, samples, spelt) : unclear
}

type Sides = { readonly left: Expr; readonly right: Expr }

type Place = Exclude<Spelt['at'], 'whole'>

function literal(reader: (text: string) => Reader, at: Place) {
  return ({ left, right }: Sides, values: Values): Formula => {
    const text = literalOf(right, values)
    if (text === undefined || (text === '' && reader === containingWord)) return unclear
    return leaf(
      left,
      values,
      () => reader(text),
      () => [{ [at === 'word' ? 'middle' : at]: text }],
      { text, at, suffices: true },
    )
  }
}

function equalTo(of: Expr, to: Expr, values: Values): Formula | undefined {
  const text = literalOf(to, values)
  return text === undefined ? undefined : listed(of, [text], values)
}

function listed(of: Expr, members: readonly (string | number)[], values: Values): Formula | undefined {
  const texts = members.filter(member => typeof member === 'string')
  const subject = subjectOf(of, values)
  if (!subject?.folded) return undefined
  const wellFormed = texts.filter(isWellFormed)
  if (wellFormed.length < texts.length) return unclear
  return valueIn(texts, subject.operand)
}

/** `values` are folded and well formed. */
export function valueIn(values: readonly string[], operand: Operand): Leaf {
  const samples = () => values.map(whole => ({ whole }))
  return { ...test(operand, () => oneOf(values), samples), values }
}

function ofLength(e: Expr, values: Values): Formula {
  const found = lengthTest(e, values)
  if (!found) return unclear
  const { operand, holds } = found
  return test(
    operand,
    () => asLongAs(holds),
    () => [{ fits: length => holds(length) === true }],
  )
}

/** What stands before the first star or question mark. */
function startOf(pattern: string): Spelt {
  const [text = ''] = pattern.split(/[*?]/)
  return { text, at: 'start', suffices: pattern === `${text}*` }
}

/** Around the stars of a pattern. */
function shape(pattern: string): Sample {
  const [start = '', ...rest] = pattern.replaceAll('?', 'x').split('*')
  const end = rest.pop()
  return end === undefined ? { whole: start } : { start, middle: rest.join(' ').trim(), end }
}

/** The shortest text that is found, tied to the ends as it must be. */
function found(reader: Reader): readonly Sample[] {
  const leaf = test(
    'text',
    () => reader,
    () => [],
  )
  const answer = new Search([leaf]).shortest([{ formula: leaf, holds: true }], { left: 10_000 })
  if (answer === 'none' || answer === 'undecided') return []
  const { text } = answer
  const [leads, follows] = [reads(reader, `${text} x`), reads(reader, `x ${text}`)]
  return [leads && follows ? { middle: text } : leads ? { start: text } : follows ? { end: text } : { whole: text }]
}
