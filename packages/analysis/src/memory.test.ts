import { type CheckedModel, check, lower } from '@merit-lang/language'
import { expect, it } from 'vitest'
import { analyse } from './analysis.ts'
import { Memory } from './memory.ts'

const lead = (n: number) => ({ lead: { n }, now: 0 })

it('keeps what was asked for last', () => {
  const memory = new Memory()
  for (let i = 0; i < 4000; i++) memory.keep(`question ${i}`, lead(i))
  memory.recall('question 0')
  memory.keep('one more', lead(-1))
  expect(memory.recall('question 0')).toEqual(lead(0))
  expect(memory.recall('question 1')).toBeUndefined()
})

it('what was not decided is asked again where more may be spent, and what was is not', () => {
  const { model } = check({ path: 'm.merit', text: 'when a = 1 and b = 2 and c = 3 add 10\nqualify at 10' })
  const { possible } = analyse(lower(model as CheckedModel).program)
  const question = { op: 'stage', index: 0 } as const
  const none = possible(question, { boxes: 0 })
  expect(none.kind).toBe('undecided')
  expect(possible(question, { boxes: 0 })).toBe(none)
  const found = possible(question)
  expect(found.kind).toBe('possible')
  expect(possible(question, { boxes: 1000 })).toBe(found)
})
