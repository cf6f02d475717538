import type { Unit, WordExample } from './word.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Just inside the window counts, its very end does not. */
const example = (unit: string, inside: string, outside: string): WordExample => ({
  model: `on visit within 2${unit} add 1`,
  lead: { events: [inside, outside].map(at => ({ type: 'visit', at })) },
  total: 1,
})

export const units: readonly Unit[] = [
  {
    name: 's',
    form: '<number>s',
    doc: 'Seconds.',
    milliseconds: second,
    example: example('s', '2026-05-31T23:59:59Z', '2026-05-31T23:59:58Z'),
  },
  {
    name: 'min',
    form: '<number>min',
    doc: 'Minutes. `m` alone is refused, since it could also mean months.',
    milliseconds: minute,
    example: example('min', '2026-05-31T23:59:00Z', '2026-05-31T23:58:00Z'),
  },
  {
    name: 'h',
    form: '<number>h',
    doc: 'Hours.',
    milliseconds: hour,
    example: example('h', '2026-05-31T23:00:00Z', '2026-05-31T22:00:00Z'),
  },
  {
    name: 'd',
    form: '<number>d',
    doc: 'Days of exactly 24 hours, also across a change of the clocks.',
    milliseconds: day,
    example: example('d', '2026-05-31T00:00:00Z', '2026-05-30T00:00:00Z'),
  },
  {
    name: 'w',
    form: '<number>w',
    doc: 'Weeks of seven days.',
    milliseconds: 7 * day,
    example: example('w', '2026-05-19T00:00:00Z', '2026-05-18T00:00:00Z'),
  },
]
