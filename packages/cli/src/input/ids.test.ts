import { describe, expect, it } from 'vitest'
import { IdTable, idOf, leadIdKeyOf, leadIdKeys } from './ids.ts'

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

describe('the key of the ids', () => {
  it.each([
    [['email', 'id'], 'id'],
    [['Prospect ID', 'email'], 'email'],
    [['age', 'Prospect ID', 'Campaign ID'], 'Prospect ID'],
    [['household_id', 'age'], 'household_id'],
    [['customerId', 'age'], 'customerId'],
    [['paid', 'Covid', 'grid', 'age'], undefined],
  ])('%j: %s', (keys, key) => {
    expect(leadIdKeyOf(keys)).toBe(key)
  })
})

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
