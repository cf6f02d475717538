import { describe, expect, it } from 'vitest'
import { idOf, leadIdKeyOf, leadIdKeys } from './ids.ts'

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
