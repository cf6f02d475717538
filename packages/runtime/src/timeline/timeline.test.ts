import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import type { EventSet, Expr, StageLine } from '../program.ts'
import { condition, constant, DAY, events, NOW, onEach, program, scoreOf, span } from '../testing.ts'

const total: Expr = { op: 'score', index: 0 }
const within = (set: EventSet, ms: number): EventSet => ({ op: 'window', set, below: ms })
const none = (set: EventSet): Expr => ({ op: 'equal', left: { op: 'count', set }, right: constant(0) })
const reaches = (mark: number): Expr => ({ op: 'atMost', left: constant(mark), right: total })

/** A line `at` a mark, perhaps only where something else holds, `until below` another. */
function line(at: number, until: number, also?: Expr): StageLine {
  const expr: Expr = also ? { op: 'and', of: [reaches(at), also] } : reaches(at)
  return {
    text: '',
    when: condition('at', expr),
    at: { score: 0, threshold: constant(at) },
    until: constant(until),
    span,
  }
}

/** Each `page` gives 5 points for 3 ms, each `mail` 3 for ever, each `call` nothing. */
const scores = [scoreOf([onEach(within(events(0), 3), 5), onEach(events(1), 3)])]
const [page, mail, call] = [0, 1, 2]

/** Whether the line is on each of so many milliseconds after the first event. */
function walk(one: StageLine, happened: readonly (readonly [type: number, ms: number])[], count: number): string {
  const model = program({
    events: ['page', 'mail', 'call'].map(name => ({ name, properties: [] })),
    scores,
    stages: [{ name: 'S', lines: [one] }],
  })
  const start = NOW - DAY
  const list = happened.map(([type, ms], rank) => {
    return { type, name: '', at: start + ms, id: null, rank, properties: new Map() }
  })
  const lead = { id: null, attributes: [], events: list, issues: [] }
  return Array.from({ length: count }, (_, ms) => (evaluate(model, lead, start + ms).stages.S ? '1' : '0')).join('')
}

describe('a line with until is on or off because of the last instant that decides', () => {
  test.each<[string, StageLine, [number, number][], string]>([
    [
      'reached, and kept between the marks',
      line(8, 3),
      [
        [mail, 0],
        [page, 2],
      ],
      '00111111',
    ],
    [
      'reached for one millisecond, just before',
      line(8, 3, none(within(events(call), 2))),
      [
        [mail, 0],
        [page, 1],
        [call, 2],
      ],
      '01111111',
    ],
    [
      'left for one millisecond, just before',
      line(5, 4),
      [
        [page, 0],
        [mail, 4],
        [mail, 5],
      ],
      '11100111',
    ],
    [
      'left for one millisecond, and between the marks again',
      line(5, 2),
      [
        [page, 0],
        [mail, 4],
      ],
      '11100000',
    ],
    [
      'never reached',
      line(9, 3),
      [
        [mail, 0],
        [page, 2],
      ],
      '00000000',
    ],
    // The score is below the lower mark all along, and the line holds all the same: what the line asks for comes first.
    [
      'reached below the mark at which it is left',
      line(5, 7, none(events(mail))),
      [
        [call, 0],
        [page, 2],
        [mail, 4],
      ],
      '00111000',
    ],
  ])('%s', (_, one, happened, expected) => {
    expect(walk(one, happened, 8)).toBe(expected)
  })
})
