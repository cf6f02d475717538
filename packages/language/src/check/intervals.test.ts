import { describe, expect, it } from 'vitest'
import { gapsOf, type Interval, intersection, isEmpty, memberOf, wholeNumbers } from './intervals.ts'

const closed = (low: number, high: number): Interval => ({ low, high })
const halfOpen = (low: number, high: number): Interval => ({ low, high, highOpen: true })
const all = closed(-Infinity, Infinity)

describe('intervals', () => {
  it('share what lies in both', () => {
    expect(isEmpty(intersection(closed(0, 10), closed(10, 20)))).toBe(false)
    expect(isEmpty(intersection(halfOpen(0, 10), closed(10, 20)))).toBe(true)
    expect(memberOf(intersection(closed(0, 10), closed(5, 20)))).toBe(5)
  })

  it('have a whole number as an example where there is one', () => {
    expect(memberOf({ low: 1.5, high: 3.5 })).toBe(2)
    expect(memberOf({ low: 10, high: Infinity, lowOpen: true })).toBe(11)
    expect(memberOf({ low: -Infinity, high: 10, highOpen: true })).toBe(9)
    expect(memberOf({ low: 1, high: 2, lowOpen: true, highOpen: true })).toBe(1.5)
    expect(memberOf(all)).toBe(0)
  })

  it('of whole numbers are closed', () => {
    expect(wholeNumbers({ low: 10, high: 20, lowOpen: true, highOpen: true })).toEqual(closed(11, 19))
    expect(wholeNumbers(closed(0.5, 1.5))).toEqual(closed(1, 1))
  })

  it('leave gaps between, before and after them', () => {
    expect(gapsOf([closed(0, 10), closed(20, 30)], closed(0, 30)).map(memberOf)).toEqual([11])
    expect(gapsOf([halfOpen(0, 10), closed(10, 30)], closed(0, 30))).toEqual([])
    expect(gapsOf([closed(5, 10)], all)).toHaveLength(2)
    expect(gapsOf([closed(0, 20), closed(5, 10)], closed(0, 30)).map(memberOf)).toEqual([21])
    expect(gapsOf([all], all)).toEqual([])
  })
})
