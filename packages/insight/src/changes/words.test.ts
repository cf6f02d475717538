import { check, lower } from '@merit-lang/language'
import { expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import { partsOf, subjectText } from './words.ts'

function programOf(rule: string) {
  const { model } = check({
    path: 'model.merit',
    text: `lead { employees: integer }\nwhen employees > 1 add 1\n${rule}`,
  })
  if (!model) throw new Error(rule)
  return lower(model).program
}

it.each<[before: string, after: string, subject: string, ...parts: string[]]>([
  [
    'when employees > 50 add 5',
    'when employees > 50 add 9',
    'rule “when employees > 50 add 9” in total',
    'points: 5 → 9',
  ],
  [
    'when employees > 50 add 5 as "Big"',
    'when employees > 50 add 9 as "Large"',
    'rule “Large” in total',
    'name: Big → Large',
    'points: 5 → 9',
  ],
  [
    'when employees > 50 add 5 as "Big"',
    'when employees > 50 add 9',
    'rule “when employees > 50 add 9” in total',
    'name: Big → when employees > 50 add 9',
    'points: 5 → 9',
  ],
  [
    'score fit { when employees > 50 add 5 }',
    'score size { when employees > 50 add 5 }',
    'score size',
    'name: fit → size',
  ],
  [
    'when employees > 9 add 5\nqualify MQL at 5\npromise never MQL when employees < 3',
    'when employees > 9 add 5\nqualify MQL at 5\npromise never MQL when employees < 2',
    '“promise never MQL when employees < 2”',
    'condition: employees < 3 → employees < 2',
  ],
  [
    '',
    'when employees > 50 add 5 as "Big"',
    'rule “Big” in total',
    'condition: undefined → employees > 50',
    'points: undefined → 5',
  ],
  [
    'when employees > 50 add 5 as "Big"',
    '',
    'rule “Big” in total',
    'condition: employees > 50 → undefined',
    'points: 5 → undefined',
  ],
  ['', 'when employees > 50 add 5', 'rule “when employees > 50 add 5” in total'],
])('says what is different: %s; %s', (before, after, subject, ...parts) => {
  const [change] = changesBetween(programOf(before), programOf(after)).entries
  if (!change) throw new Error('no change')
  expect(subjectText(change)).toBe(subject)
  expect(partsOf(change).map(one => `${one.what}: ${one.before} → ${one.after}`)).toEqual(parts)
})
