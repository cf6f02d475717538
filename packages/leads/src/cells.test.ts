import type { ValueType } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { leadRows, readCell } from './cells.ts'

const number: ValueType = { kind: 'number', integer: false }
const boolean: ValueType = { kind: 'boolean' }
const list: ValueType = { kind: 'list' }

describe('what a cell means', () => {
  it.each<[ValueType, string, unknown]>([
    [number, '12.5', 12.5],
    [number, ' -3 ', -3],
    [number, '1e3', 1000],
    [number, '1,200', '1,200'],
    [number, '0x10', '0x10'],
    [number, 'Infinity', 'Infinity'],
    [number, '', null],
    [boolean, 'Yes', true],
    [boolean, 'FALSE', false],
    [boolean, '0', false],
    [boolean, 'maybe', 'maybe'],
    [list, 'api; pricing;', ['api', 'pricing']],
    [list, '["a;b", "c"]', ['a;b', 'c']],
    [list, '[broken', '[broken'],
    [{ kind: 'text' }, ' as is ', ' as is '],
    [{ kind: 'text' }, '   ', null],
    [{ kind: 'enum' }, ' SaaS ', 'SaaS'],
  ])('%j: %j is %j', (type, cell, value) => {
    expect(readCell(type, cell)).toEqual(value)
  })
})

describe('rows of leads', () => {
  const attribute = (key: string, type: ValueType) => ({ name: key, key, type, required: false, unknownIn: [] })

  it('keep the model’s columns, the id and events, and leave out the rest', () => {
    const read = leadRows({ attributes: [attribute('Total Visits', number)], keep: column => column === 'id' })
    const row = read(['id', 'Total Visits', 'Notes', 'events'])
    expect(row(['7', '3', 'long', '[{"type":"x"}]'])).toEqual({ id: '7', 'Total Visits': 3, events: [{ type: 'x' }] })
  })

  it('a column called __proto__ is a column', () => {
    const row = leadRows({ attributes: [attribute('__proto__', { kind: 'text' })], keep: () => false })(['__proto__'])([
      'x',
    ])
    expect(Object.entries(row)).toEqual([['__proto__', 'x']])
  })
})
