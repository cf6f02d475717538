import { describe, expect, it } from 'vitest'
import { Latest } from './latest.ts'

/** Ends as many runs as it is told to, and says how many began. */
function slow() {
  const ends: ((failed?: Error) => void)[] = []
  const latest = new Latest(
    () => new Promise((resolve, reject) => ends.push(failed => (failed ? reject(failed) : resolve()))),
  )
  const end = async (failed?: Error) => {
    ends.at(-1)?.(failed)
    await new Promise(resolve => setTimeout(resolve))
  }
  return { ask: () => latest.ask(), end, begun: () => ends.length }
}

describe('the latest work', () => {
  it('is done once for all that is asked meanwhile', async () => {
    const { ask, end, begun } = slow()
    for (let i = 0; i < 5; i++) ask()
    expect(begun()).toBe(1)
    await end()
    expect(begun()).toBe(2)
    await end()
    expect(begun()).toBe(2)
  })

  it('is done again after one that failed', async () => {
    const { ask, end, begun } = slow()
    ask()
    await end(new Error('lost'))
    ask()
    expect(begun()).toBe(2)
  })
})
