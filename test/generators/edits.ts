/** Edits as somebody makes them: typing, deleting, cutting lines, pasting, taking back. */
import fc, { type Arbitrary } from 'fast-check'
import { fragments } from './broken.ts'

/** Makes the next text from the last one; `pasted` is where text is taken from. */
type Step = (text: string, undone: readonly string[]) => string

const place = fc.double({ min: 0, max: 1, noNaN: true })
const at = (text: string, where: number) => Math.floor(where * text.length)
const put = (text: string, start: number, end: number, instead: string) =>
  text.slice(0, start) + instead + text.slice(end)

const replacing: Arbitrary<Step> = fc
  .record({
    where: place,
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
    text: fc.oneof(fc.constant(''), fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 3 })),
  })
  .map(
    ({ where, length, text: instead }) =>
      text =>
        put(text, at(text, where), at(text, where) + length, instead),
  )

const lineAt = (text: string, where: number) => {
  const start = text.lastIndexOf('\n', at(text, where) - 1) + 1
  const end = text.indexOf('\n', start)
  return { start, end: end < 0 ? text.length : end + 1 }
}

const cutting: Arbitrary<Step> = place.map(where => text => {
  const { start, end } = lineAt(text, where)
  return put(text, start, end, '')
})

const moving: Arbitrary<Step> = fc.tuple(place, place, fc.boolean()).map(([from, to, kept]) => text => {
  const { start, end } = lineAt(text, from)
  const line = text.slice(start, end)
  const rest = kept ? text : put(text, start, end, '')
  const there = lineAt(rest, to).start
  return put(rest, there, there, line)
})

const swapping: Arbitrary<Step> = fc.tuple(place, place).map(([from, to]) => text => {
  const words = [...text.matchAll(/[\p{L}\p{N}_]+/gu)]
  const [one, other] = [words[Math.floor(from * words.length)], words[Math.floor(to * words.length)]]
  return one && other ? put(text, one.index, one.index + one[0].length, other[0]) : text
})

const undoing: Arbitrary<Step> = fc.constant((text, undone) => undone.at(-2) ?? text)

/** One character after the other, at one place. */
const lines = [
  'when industry = SaaS add 5\n',
  'on download within 30d add 3 decay 7d\n',
  'segment fresh when created within 7d\n',
  'let threshold = 20\n',
  '  when employees in 10..49 {',
  '# a remark\n',
  '## what it is for\n',
  'points by employees { < 10: 1, else: 2 }\n',
  'grade g { A when x = 1 else B }',
  'event signup { plan: text }\n',
  '}\n',
]
const typing: Arbitrary<readonly Step[]> = fc
  .record({ where: place, line: fc.constantFrom(...lines) })
  .map(({ where, line }) => {
    let position = -1
    return [...line].map<Step>((character, i) => text => {
      if (i === 0) position = lineAt(text, where).start
      const start = Math.min(position + i, text.length)
      return put(text, start, start, character)
    })
  })

const single = fc
  .oneof(
    { weight: 4, arbitrary: replacing },
    { weight: 2, arbitrary: cutting },
    { weight: 2, arbitrary: moving },
    { weight: 3, arbitrary: swapping },
    { weight: 2, arbitrary: undoing },
  )
  .map(step => [step])

const steps: Arbitrary<Step[]> = fc
  .array(fc.oneof({ weight: 12, arbitrary: single }, { weight: 1, arbitrary: typing }), { minLength: 1, maxLength: 12 })
  .map(parts => parts.flat())

/** The text, and what becomes of it, edit by edit. */
export function edited(text: Arbitrary<string>): Arbitrary<readonly string[]> {
  return fc.tuple(text, steps).map(([first, edits]) => {
    const texts = [first]
    for (const edit of edits) texts.push(edit(texts.at(-1) as string, texts))
    return texts
  })
}
