/** Aggregates: `sum of seconds in page_view`. Events whose property is unknown are skipped. `count of` is a form of its own. */
import { divide } from '../kernel.ts'
import type { AggregateWord, WordExample } from '../word.ts'

const viewed = (seconds: readonly (number | undefined)[]) => ({
  events: seconds.map((value, i) => ({ type: 'page_view', at: `2026-05-0${i + 1}T00:00:00Z`, seconds: value })),
})
const example = (name: string, total: number): WordExample => ({
  model: `event page_view { seconds: number }\nlet time = ${name} of seconds in page_view\nwhen time > 0 add time`,
  lead: viewed([30, 60, undefined, 45]),
  total,
})

export const sum: AggregateWord = {
  name: 'sum',
  form: 'sum of <property> in <events>',
  doc: 'The property added up over the events; 0 where there are none.',
  of: 'number',
  lower: (set, of) => ({ op: 'aggregate', how: 'sum', set, of }),
  example: example('sum', 135),
}

export const average: AggregateWord = {
  name: 'average',
  form: 'average of <property> in <events>',
  doc: 'The sum of the property divided by how many events have it; unknown where none has.',
  of: 'number',
  lower: (set, of) =>
    divide(
      { op: 'aggregate', how: 'sum', set, of },
      { op: 'count', set: { op: 'filter', set, where: { op: 'known', of } } },
    ),
  example: example('average', 45),
}

export const smallest: AggregateWord = {
  name: 'min',
  form: 'min of <property> in <events>',
  doc: 'The smallest value of the property, or the earliest date; unknown where no event has it.',
  of: 'orderable',
  lower: (set, of) => ({ op: 'aggregate', how: 'min', set, of }),
  example: example('min', 30),
}

export const largest: AggregateWord = {
  name: 'max',
  form: 'max of <property> in <events>',
  doc: 'The largest value of the property, or the latest date; unknown where no event has it.',
  of: 'orderable',
  lower: (set, of) => ({ op: 'aggregate', how: 'max', set, of }),
  example: example('max', 60),
}

export const first: AggregateWord = {
  name: 'first',
  form: 'first of <property> in <events>',
  doc: 'The value of the property in the earliest event that has it; unknown where none has.',
  of: 'any',
  lower: (set, of) => ({ op: 'aggregate', how: 'first', set, of }),
  example: example('first', 30),
}

export const last: AggregateWord = {
  name: 'last',
  form: 'last of <property> in <events>',
  doc: 'The value of the property in the latest event that has it; unknown where none has.',
  of: 'any',
  lower: (set, of) => ({ op: 'aggregate', how: 'last', set, of }),
  example: example('last', 45),
}
