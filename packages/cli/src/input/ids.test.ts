import { describe, expect, it } from 'vitest'
import { IdTable, idOf, leadIdKeys } from './ids.ts'

describe('the id of a record', () => {
  it.each([
    [{ id: 'a', email: 'x@y.z' }, 'a'],
    [{ email: 'x@y.z' }, 'x@y.z'],
    [{ id: '', userId: 12 }, '12'],
    [{ id: null, name: 'x' }, undefined],
  ])('%j: %j', (fields, id) => {
    expect(idOf(fields, leadIdKeys)).toBe(id)
  })
})

describe('ids seen before', () => {
  it('gives the line of the first', () => {
    const table = new IdTable()
    expect(table.seenAt('a', 2)).toBeUndefined()
    expect(table.seenAt('b', 3)).toBeUndefined()
    expect(table.seenAt('a', 9)).toBe(2)
  })

  it('tells 200,000 ids apart', () => {
    const table = new IdTable()
    const ids = Array.from({ length: 200_000 }, (_, n) => `lead-${n}`)
    expect(ids.filter((id, line) => table.seenAt(id, line) !== undefined)).toEqual([])
    expect(table.seenAt('lead-123456', 1)).toBe(123_456)
  })
})
