import { expect, it } from 'vitest'
import { LONGEST, refusalOf } from './reading.ts'

it.each([
  ['', undefined],
  ['when x = 1 add 1', undefined],
  ['#'.repeat(LONGEST), undefined],
  ['#'.repeat(LONGEST + 1), 'longer than a million characters'],
  ['PNG\r\n\u001a\0\0\0', 'not text'],
])('a text is read, or it is said why not', (text, expected) => {
  const refusal = refusalOf({ path: '/m.merit', text })
  if (expected === undefined) expect(refusal).toBeUndefined()
  else expect(refusal).toMatchObject({ name: 'not-read', message: expect.stringContaining(expected) })
})
