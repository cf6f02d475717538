import type { FormWord } from '../word.ts'
import { happened } from './happened.ts'

export const conditions: readonly FormWord[] = [
  {
    name: 'and, or, not',
    form: '<condition> and <condition>, <condition> or <condition>, not <condition>',
    doc: 'Both hold; at least one holds; it does not hold. `not` binds tightest, then `and`, then `or`; parentheses group.',
    example: {
      model: 'when country = DE or country = AT and not customer add 5',
      lead: { country: 'DE', customer: true },
      total: 5,
    },
  },
  {
    name: '=, !=',
    form: '<value> = <value>, <value> != <value>',
    doc: 'The same, or not the same. Text is compared without regard to capitals. Something unknown equals nothing, so `!=` holds for it.',
    example: {
      model: 'when country = "de" add 5\nwhen industry is known and industry != "retail" add 1',
      lead: { country: 'DE', industry: 'SaaS' },
      total: 6,
    },
  },
  {
    name: '<, <=, >, >=',
    form: '<value> < <value>, <value> >= <value> …',
    doc: 'Order of numbers and of dates. With something unknown it never holds. Text has no order.',
    example: { model: 'when employees >= 200 add 5\nwhen visits < 3 add 1', lead: { employees: 200 }, total: 5 },
  },
  {
    name: 'in',
    form: '<value> in [<value>, …], <value> in <from>..<to>',
    doc: 'One of the values, or within the range. `10..49` includes both ends, `10..<50` not the upper one, `500..` has no upper end.',
    example: {
      model:
        'when industry in [SaaS, Fintech] add 10\nwhen employees in 10..<50 add 5\nwhen country is known and country not in [US, CA] add 1',
      lead: { industry: 'fintech', employees: 50, country: 'DE' },
      total: 11,
    },
  },
  {
    name: 'is known',
    form: '<value> is known, <value> is unknown',
    doc: 'There is a value, or there is none: absent, empty, not of its type or range, or among those declared `unknown in`.',
    example: {
      model: 'when title is known add 5\nwhen phone is unknown add 1',
      lead: { title: '', phone: null },
      total: 1,
    },
  },
  {
    name: 'within (of a date)',
    form: '<date> within <duration>',
    doc: 'The date lies in the past by less than this long.',
    example: { model: 'when created within 30d add 10', lead: { created: '2026-05-20' }, total: 10 },
  },
  {
    name: 'older than (of a date)',
    form: '<date> older than <duration>',
    doc: 'The date lies in the past by this long or longer.',
    example: { model: 'when created older than 30d add 10', lead: { created: '2026-05-02' }, total: 10 },
  },
  {
    name: 'in next',
    form: '<date> in next <duration>',
    doc: 'The date lies ahead by less than this long.',
    example: { model: 'when renewal in next 90d add 10', lead: { renewal: '2026-07-15' }, total: 10 },
  },
  {
    name: 'before, after',
    form: '<date> before <date>, <date> after <date>',
    doc: 'Earlier or later than another date. A day without a time is the whole day: before its start, after its end.',
    example: {
      model: 'when created before 2026-01-01 add 1\nwhen renewal after 2026-06-30 add 10',
      lead: { created: '2026-01-01', renewal: '2026-07-01' },
      total: 10,
    },
  },
  {
    name: 'any, no',
    form: 'any <event>, no <event>',
    doc: 'At least one such event has happened, or none.',
    example: {
      model: 'when any form_submit(demo) within 30d add 30\nwhen no page_view within 7d subtract 5',
      lead: happened(['form_submit', 10, { subject: 'demo' }], ['page_view', 8]),
      total: 25,
    },
  },
  {
    name: 'at least, at most, exactly',
    form: 'at least <number> <event>, at most <number> <event>, exactly <number> <event>',
    doc: 'So many such events have happened.',
    example: {
      model:
        'when at least 3 page_view within 7d add 10\nwhen exactly 1 download add 5\nwhen at most 1 page_view add 1',
      lead: happened(['page_view', 3], ['page_view', 2], ['page_view', 1], ['download', 1]),
      total: 15,
    },
  },
  {
    name: 'count of',
    form: 'count of <event>, count of distinct <property> in <event>',
    doc: 'How many such events have happened, or how many different values a property had in them. 0 where there are none.',
    example: {
      model: 'let pages = count of distinct path in page_view\nwhen count of page_view >= 3 add 10 * pages',
      lead: happened(
        ['page_view', 3, { path: '/pricing' }],
        ['page_view', 2, { path: '/blog' }],
        ['page_view', 1, { path: '/Pricing' }],
      ),
      total: 20,
    },
  },
  {
    name: 'days since',
    form: 'days since last <event>, days since first <event>, days since <date>',
    doc: 'How long ago, in days with their fraction. Unknown where there was no such event or date.',
    example: {
      model: 'when days since last page_view > 1 subtract 2\nwhen days since created >= 31 add 5',
      lead: { ...happened(['page_view', 1.5]), created: '2026-05-01' },
      total: 3,
    },
  },
  {
    name: 'within',
    form: '<event> within <duration>',
    doc: 'Only events of this last stretch of time. One that is exactly this old is out.',
    example: {
      model: 'on visit within 30d add 5',
      lead: happened(['visit', 30], ['visit', 29.9]),
      total: 5,
    },
  },
  {
    name: 'older than',
    form: '<event> older than <duration>',
    doc: 'Only events that are this old or older.',
    example: { model: 'on visit older than 30d add 5', lead: happened(['visit', 30], ['visit', 29.9]), total: 5 },
  },
  {
    name: 'since last',
    form: '<event> since last <event>',
    doc: 'Only what is not earlier than the latest of the other event; everything where that has not happened.',
    example: {
      model: 'when count of email_open since last email_click >= 2 add 5\non email_open since last unsubscribe add 1',
      lead: happened(['email_open', 5], ['email_click', 4], ['email_open', 3], ['email_open', 2]),
      total: 8,
    },
  },
  {
    name: 'at, hour, day, week, month, weekday',
    form: '<event>(hour < <number>, weekday in [<day>, …])',
    doc: 'Every event has these besides its properties: its time, hour (0 to 23), day, ISO week, month (1 to 12) and weekday in the time zone of the model. After `per` and `distinct` they mean that very hour, day, week, month.',
    example: {
      model: 'on visit(weekday in [Saturday, Sunday]) subtract 2\non visit(hour in 9..17) add 5 once per day',
      lead: {
        events: [
          { type: 'visit', at: '2026-05-29T10:00:00Z' },
          { type: 'visit', at: '2026-05-29T11:00:00Z' },
          { type: 'visit', at: '2026-05-30T20:00:00Z' },
        ],
      },
      total: 3,
    },
  },
]
