import { describe, expect, it, test } from 'vitest'
import { type Gates, gatesExceeded, limitOf } from './gates.ts'
import type { Impact, StageImpact } from './impact/impact.ts'

test.each([
  ['50', { most: 50, unit: 'number' }],
  ['2%', { most: 2, unit: 'percent' }],
  ['MQL=0.5%', { of: 'MQL', most: 0.5, unit: 'percent' }],
  [' Sales ready = 3 ', { of: 'Sales ready', most: 3, unit: 'number' }],
  ['a=b=1', { of: 'a=b', most: 1, unit: 'number' }],
  ['', undefined],
  ['-1', undefined],
  ['two', undefined],
  ['MQL=', undefined],
  ['=2', undefined],
  ['100%', { most: 100, unit: 'percent' }],
  ['150%', undefined],
  ['100.5%', undefined],
  ['150', { most: 150, unit: 'number' }],
])('the limit %j', (text, limit) => expect(limitOf(text)).toEqual(limit))

const none: Gates = { maxEntering: [], maxLeaving: [], maxShift: [], requireEquivalent: false }
const ids = (count: number) => Array.from({ length: count }, (_, i) => `lead-${i}`)
const stage = (name: string, entering: number, leaving: number): StageImpact => ({
  name,
  before: 0,
  after: 0,
  entering: ids(entering),
  leaving: ids(leaving),
})
const shift = (furthest: number) => ({ least: -furthest, mean: 0, most: 0, furthest })
const score = (name: string, furthest: number) => ({
  ...{ name, raised: 0, lowered: 0, shift: shift(furthest) },
  ...{ distribution: [], shifts: [], thresholds: [] },
})
const impact: Impact = {
  leads: 100,
  known: 100,
  affected: 40,
  scores: [score('fit', 12.5), score('total', 3)],
  grades: [],
  stages: [stage('MQL', 29, 1), stage('SQL', 0, 2)],
  disqualified: stage('disqualified', 50, 50),
  causes: [],
  mostAffected: [],
}
const limits = (...texts: string[]) => texts.map(text => limitOf(text) as NonNullable<ReturnType<typeof limitOf>>)

const messagesOf = (gates: Partial<Gates>, tried: Impact) =>
  gatesExceeded({ ...none, ...gates }, { impact: tried, file: 'a.csv' }, undefined).map(({ message }) => message)

describe('gates', () => {
  test.each<[string, Partial<Gates>, string[]]>([
    ['as many as allowed', { maxEntering: limits('29%'), maxLeaving: limits('2'), maxShift: limits('12.5') }, []],
    [
      'more than a share',
      { maxEntering: limits('28%') },
      ['29 leads of a.csv enter MQL (29% of 100), where at most 28% may'],
    ],
    ['more than a number', { maxLeaving: limits('1') }, ['2 leads of a.csv leave SQL, where at most 1 may']],
    ['one lead', { maxLeaving: limits('MQL=0') }, ['1 lead of a.csv leaves MQL, where at most 0 may']],
    ['a stage with a limit of its own', { maxLeaving: limits('0', 'MQL=5', 'SQL=2') }, []],
    [
      'a shift',
      { maxShift: limits('10') },
      ['A lead of a.csv moves by 12.5 points in fit, where at most 10 are allowed'],
    ],
    [
      'a proof that is missing',
      { requireEquivalent: true },
      ['It is not proved that all leads are scored as they were'],
    ],
  ])('%s', (_, gates, messages) => {
    expect(messagesOf(gates, impact)).toEqual(messages)
  })

  it.each([
    [{ leads: 0, known: 0 }, 'This cannot be judged by a.csv: it has no leads'],
    [{ known: 0 }, 'This cannot be judged by a.csv: nothing that the model reads is known of any of its leads'],
  ])('are not kept where %j', (counts, message) => {
    const nobody = { ...impact, ...counts }
    expect(messagesOf({ maxEntering: limits('100%', 'MQL=0'), maxShift: limits('99') }, nobody)).toEqual([
      message,
      message,
    ])
    expect(messagesOf({}, nobody)).toEqual([])
  })

  it('are kept by models that are proved to be alike', () => {
    expect(gatesExceeded({ ...none, requireEquivalent: true }, undefined, { alike: true, outcomes: [] })).toEqual([])
  })
})
