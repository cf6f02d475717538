/** What is asked while somebody types has an answer at every place of every text, however broken it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { completionsAt } from './completion/completion.ts'
import { hoverAt } from './hover/hover.ts'
import { signaturesAt } from './signature.ts'
import { CURSOR, placeOf } from './testing.ts'

const examples = join(import.meta.dirname, '../../../../examples')
const texts = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.merit'))
  .map(path => readFileSync(join(examples, path), 'utf8'))

const anyWord = fc.constantFrom(
  '',
  '(',
  ')',
  '{',
  '}',
  '[',
  '"',
  '`',
  'when',
  'on',
  'decay',
  '= ',
  '..',
  '\n',
  '# ',
  'é',
  '👍',
  'lead.',
)
const anyEdit = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(30), anyWord).map(([text, at, size, word]) => {
  const place = at % (text.length + 1)
  return `${text.slice(0, place)}${word}${CURSOR}${text.slice(place + size)}`
})

it('completion, signature help and hover', () => {
  fc.assert(
    fc.property(anyEdit, text => {
      const place = placeOf(text)
      const { start, end, items } = completionsAt(place)
      expect(start <= place.offset && place.offset <= end).toBe(true)
      for (const item of items.slice(0, 20)) expect(item.documentation?.()).not.toBe('')
      for (const { label, parameters } of signaturesAt(place))
        for (const one of parameters) expect(one.start < one.end && one.end <= label.length).toBe(true)
      const told = hoverAt(place)
      expect(told === undefined || (told.span.start <= place.offset && place.offset <= told.span.end)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
