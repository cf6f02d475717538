import type { TypeWord } from './word.ts'

export const types: readonly TypeWord[] = [
  {
    name: 'text',
    form: '<name>: text',
    doc: 'Any text. Compared without regard to capitals.',
    type: { kind: 'text' },
    example: { model: 'lead { title: text }\nwhen title = "ceo" add 10', lead: { title: 'CEO' }, total: 10 },
  },
  {
    name: 'number',
    form: '<name>: number',
    doc: 'A number, with a range if wanted: `number 0..100`. A value outside the range counts as unknown and is reported.',
    type: { kind: 'number', integer: false },
    example: {
      model: 'lead { rating: number 0..5 }\nwhen rating >= 4.5 add 10\nwhen rating is unknown add 1',
      lead: { rating: 7 },
      total: 1,
    },
  },
  {
    name: 'integer',
    form: '<name>: integer',
    doc: 'A whole number, with a range if wanted: `integer 0..`. A value with a fraction counts as unknown and is reported.',
    type: { kind: 'number', integer: true },
    example: {
      model: 'lead { employees: integer 0.. }\npoints by employees { < 10: -5  10..49: 5  >= 50: 25 }',
      lead: { employees: 49 },
      total: 5,
    },
  },
  {
    name: 'boolean',
    form: '<name>: boolean',
    doc: 'True or false. Stands alone as a condition.',
    type: { kind: 'boolean' },
    example: { model: 'lead { customer: boolean }\nwhen not customer add 10', lead: { customer: false }, total: 10 },
  },
  {
    name: 'date',
    form: '<name>: date',
    doc: 'A date or an instant. A date without a time is that whole day in the time zone of the model.',
    type: { kind: 'date' },
    example: {
      model: 'lead { created: date }\nwhen created within 30d add 10',
      lead: { created: '2026-05-20' },
      total: 10,
    },
  },
]
