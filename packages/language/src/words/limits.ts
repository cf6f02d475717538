import type { LimitWord } from './word.ts'

const days = (...list: readonly number[]) =>
  list.map(day => ({ type: 'visit', at: `2026-05-${String(day).padStart(2, '0')}T12:00:00Z` }))

export const limits: readonly LimitWord[] = [
  {
    name: 'cooldown',
    form: 'cooldown <duration>',
    doc: 'After an event that counts, further ones count only once this long has passed. Decided from the oldest event on.',
    step: 1,
    lower: (set, { every = 0 }) => ({ op: 'cooldown', set, every }),
    example: { model: 'on visit add 5 cooldown 2d', lead: { events: days(1, 2, 3, 4) }, total: 10 },
  },
  {
    name: 'first',
    form: 'first [<number>] [per <property>]',
    doc: 'Only the earliest event counts, or the earliest few; with `per`, the earliest of each value. Something after the first never makes it count less.',
    step: 2,
    lower: (set, { count, per }) => ({ op: 'earliest', set, count, per }),
    example: { model: 'on visit add 5 first 3', lead: { events: days(1, 2, 3, 4) }, total: 15 },
  },
  {
    name: 'once',
    form: 'once [per <property>]',
    doc: 'Only the latest event counts; with `per`, the latest of each value (`once per day`).',
    step: 4,
    lower: (set, { count, per }) => ({ op: 'latest', set, count, per }),
    example: { model: 'on visit add 5 once per day', lead: { events: days(1, 1, 2) }, total: 10 },
  },
  {
    name: 'at most',
    form: 'at most <number> times [per <property>]',
    doc: 'Only the latest this many events count; with `per`, the latest this many of each value.',
    step: 4,
    lower: (set, { count, per }) => ({ op: 'latest', set, count, per }),
    example: { model: 'on visit add 5 at most 2 times per day', lead: { events: days(1, 1, 1, 2) }, total: 15 },
  },
]
