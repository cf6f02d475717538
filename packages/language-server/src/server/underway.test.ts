import { expect, it } from 'vitest'
import { Underway } from './underway.ts'

it('is settled when all has ended, well or not', async () => {
  const underway = new Underway()
  expect(underway.settled).toBeUndefined()
  let end = () => {}
  underway.add(
    new Promise<void>(resolve => {
      end = resolve
    }),
  )
  underway.add(Promise.reject(new Error('not read')))
  const settled = underway.settled
  let ended = false
  const told = settled?.then(() => {
    ended = true
  })
  await Promise.resolve()
  expect(ended).toBe(false)
  end()
  await told
  expect(underway.settled).toBeUndefined()
})
