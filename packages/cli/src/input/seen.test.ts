import { describe, expect, it } from 'vitest'
import { IdTable } from './seen.ts'

describe('ids seen before', () => {
  it('gives the line of the first', () => {
    const table = new IdTable()
    expect(table.seenAt('a', 2)).toBeUndefined()
    expect(table.seenAt('b', 3)).toBeUndefined()
    expect(table.seenAt('a', 9)).toBe(2)
  })

  it.each([1, 1 << 9, 1 << 18])('tells 200,000 ids apart, with room for %d at first', room => {
    const table = new IdTable(room)
    const ids = Array.from({ length: 200_000 }, (_, n) => `lead-${n}`)
    expect(ids.filter((id, line) => table.seenAt(id, line) !== undefined)).toEqual([])
    expect(table.seenAt('lead-123456', 1)).toBe(123_456)
  })
})
