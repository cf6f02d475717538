/** What is proved while a text is edited, in steps and with what was shown of earlier texts, is what is proved of the text alone. */
import { check, type Diagnostic } from '@merit-lang/language'
import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { analysing } from '../../packages/analysis/src/analysis.ts'
import { examine, examining } from '../../packages/analysis/src/findings/index.ts'
import { Memory } from '../../packages/analysis/src/memory.ts'
import { atOnce, type Steps } from '../../packages/analysis/src/steps.ts'
import { model, render } from '../generators/index.ts'
import { small } from '../generators/small.ts'
import { runs } from './settings.ts'

const texts = fc.oneof(
  model.map(render),
  small.map(({ text }) => text),
)

/** Another number, at one of the places where there is one. */
type Edit = (text: string) => string

const edit: Arbitrary<Edit> = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 120 })).map(([where, number]) => text => {
  const numbers = [...text.matchAll(/(?<= )\d+(?=[ \n])/g)]
  const found = numbers[where % Math.max(1, numbers.length)]
  return found ? text.slice(0, found.index) + number + text.slice(found.index + found[0].length) : text
})

const edited = fc.tuple(texts, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([first, edits]) => {
  const all = [first]
  for (const change of edits) all.push(change(all.at(-1) as string))
  return all
})

const checked = (text: string) => check({ path: 'model.merit', text })
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ name, span, params }) => ({ name, start: span.start, end: span.end, params }))

test('leads of earlier texts change nothing but how long it takes', () => {
  fc.assert(
    fc.property(edited, all => {
      const memory = new Memory()
      for (const text of all) {
        const warm = atOnce(examining(checked(text), undefined, program => analysing(program, memory)))
        expect(said(warm)).toEqual(said(examine(checked(text))))
      }
    }),
    runs(8),
  )
})

test('whoever proves two models by turns proves of each what is so', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [first, second] = byTurns(examining(checked(one)), examining(checked(other)))
      expect([said(first), said(second)]).toEqual([said(examine(checked(one))), said(examine(checked(other)))])
    }),
    runs(4),
  )
})

function byTurns<T>(one: Steps<T>, other: Steps<T>): readonly [T, T] {
  let [a, b] = [one.next(), other.next()]
  while (!a.done || !b.done) {
    if (!a.done) a = one.next()
    if (!b.done) b = other.next()
  }
  return [a.value, b.value]
}
