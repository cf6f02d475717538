import type { FormWord } from '../word.ts'
import { happened } from './happened.ts'

export const declarations: readonly FormWord[] = [
  {
    name: 'model',
    form: 'model "<name>"',
    doc: 'Gives the model a name, for reports. Changes no score.',
    example: { model: 'model "Acme inbound"\nwhen country = DE add 5', lead: { country: 'DE' }, total: 5 },
  },
  {
    name: 'timezone',
    form: 'timezone "<name>"',
    doc: 'The time zone, as in "Europe/Berlin", in which days begin, hours are told and dates without a time are read. Without it that is UTC, and times in the data must say their zone.',
    example: {
      model: 'timezone "Europe/Berlin"\non visit(hour < 9) add 5',
      lead: {
        events: [
          { type: 'visit', at: '2026-05-31T06:30:00Z' },
          { type: 'visit', at: '2026-05-31T07:30:00Z' },
        ],
      },
      total: 5,
    },
  },
  {
    name: 'import',
    form: 'import "<path>"',
    doc: 'Brings everything that another file declares, and its rules; not its name, time zone and tests. The path is seen from the file that names it.',
    example: {
      model: 'import "./schema.merit"\nwhen industry = SaaS add 15',
      files: { 'schema.merit': 'lead { industry: one of [SaaS, Retail] }' },
      lead: { industry: 'saas' },
      total: 15,
    },
  },
  {
    name: 'lead',
    form: 'lead { <name>: <type> … }',
    doc: 'Declares what is known about a lead. Once there is such a block every attribute must be in one, so that a misspelt name is found. Groups of attributes may nest: `company { tier: text }` is read as `company.tier`.',
    example: {
      model:
        'lead {\n  employees: integer 0..\n  company { tier: one of [A, B] }\n}\nwhen company.tier = A and employees >= 100 add 10',
      lead: { employees: 250, company: { tier: 'A' } },
      total: 10,
    },
  },
  {
    name: 'event',
    form: 'event <name> { <property>: <type> … }',
    doc: 'Declares what a lead can do, and what is known about each time. A value alone in a pattern is compared with the first property: `download(whitepaper)`.',
    example: {
      model:
        'event download { asset: one of [whitepaper, datasheet]  pages: integer }\non download(whitepaper, pages >= 10) add 20',
      lead: happened(
        ['download', 3, { asset: 'Whitepaper', pages: 12 }],
        ['download', 2, { asset: 'datasheet', pages: 30 }],
      ),
      total: 20,
    },
  },
  {
    name: 'event from',
    form: 'event <name> from <event> or <event> except <event>',
    doc: 'A new name for events of several kinds, without those of others. It can be used like any event and asked for the properties of those that it holds.',
    example: {
      model:
        'event activity from page_view or download except bot_visit\nevent bot_visit from page_view(agent = "bot")\non activity add 2',
      lead: happened(['page_view', 3, { agent: 'bot' }], ['page_view', 2, { agent: 'person' }], ['download', 1]),
      total: 4,
    },
  },
  {
    name: 'event from … then',
    form: 'event <name> from <event> then <event> within <duration> [per <property>]',
    doc: 'Happens at each second event that a first one precedes by less than this long; with `per`, one with the same value of the property.',
    example: {
      model: 'event bot_click from delivered then click within 10s per email\non click add 5\non bot_click subtract 5',
      lead: {
        events: [
          { type: 'delivered', at: '2026-05-30T10:00:00Z', email: 'a' },
          { type: 'delivered', at: '2026-05-30T10:00:02Z', email: 'b' },
          { type: 'click', at: '2026-05-30T10:00:04Z', email: 'a' },
          { type: 'click', at: '2026-05-30T10:00:30Z', email: 'b' },
        ],
      },
      total: 5,
    },
  },
  {
    name: 'event from … within',
    form: 'event <name> from <number> <event> within <duration>',
    doc: 'Happens at the event with which this many fall into a stretch of this length, and again after it was fewer for a while.',
    example: {
      model: 'event binge from 3 page_view within 24h\non binge add 10',
      lead: happened(['page_view', 9], ['page_view', 4], ['page_view', 3.7], ['page_view', 3.5], ['page_view', 3.4]),
      total: 10,
    },
  },
  {
    name: 'event from … per',
    form: 'event <name> from <number> <event> per <property>',
    doc: 'Happens at the event that is the so-manieth with the same value of a property.',
    example: {
      model: 'event deep_visit from 2 page_view per session\non deep_visit add 10',
      lead: happened(
        ['page_view', 4, { session: 's1' }],
        ['page_view', 4, { session: 's1' }],
        ['page_view', 4, { session: 's1' }],
        ['page_view', 3, { session: 's2' }],
      ),
      total: 10,
    },
  },
  {
    name: 'list',
    form: 'list <name> = [<value>, …]',
    doc: 'Names a list of values, for `in`, `contains any of` and `unknown in`.',
    example: {
      model: 'list competitors = ["rival.com", "other.io"]\nwhen domain(email) in competitors subtract 50',
      lead: { email: 'sam@Other.io' },
      total: -50,
    },
  },
  {
    name: 'let',
    form: 'let <name> = <value>',
    doc: 'Names a value: a number, a text, a date, a duration or something worked out. Wherever the name stands, the value is meant.',
    example: {
      model: 'let recent = 30d\nlet visits = count of page_view within recent\nwhen visits >= 2 add 3 * visits',
      lead: happened(['page_view', 40], ['page_view', 20], ['page_view', 10]),
      total: 6,
    },
  },
  {
    name: 'segment',
    form: 'segment <name> when <condition>',
    doc: 'Names a condition. Wherever the name stands, the condition is meant.',
    example: {
      model: 'segment enterprise when employees >= 1000 and country = US\nwhen enterprise add 25',
      lead: { employees: 5000, country: 'us' },
      total: 25,
    },
  },
  {
    name: 'one of',
    form: '<name>: one of [<value>, …]',
    doc: 'The value is one of these; capitals do not matter. Anything else counts as unknown and is reported.',
    example: {
      model: 'lead { country: one of [DE, AT, CH] }\nwhen country in [DE, AT] add 5\nwhen country is unknown add 1',
      lead: { country: 'Germany' },
      total: 1,
    },
  },
  {
    name: 'list of',
    form: '<name>: list of [<value>, …]',
    doc: 'Several values of a list, or of any: `list of text`. An empty list counts as unknown.',
    example: {
      model:
        'lead { interests: list of [pricing, api, security] }\nwhen interests contains pricing add 5\nwhen interests contains all of [api, security] add 7',
      lead: { interests: ['security', 'api'] },
      total: 7,
    },
  },
  {
    name: 'required',
    form: '<name>: <type> required',
    doc: 'The attribute must be there: a lead without it is reported.',
    example: {
      model: 'lead { email: text required }\nwhen email ends with ".edu" add 5',
      lead: { email: 'ann@uni.edu' },
      total: 5,
    },
  },
  {
    name: 'unknown in',
    form: '<name>: <type> unknown in [<value>, …]',
    doc: 'These values mean that nothing is known, as forms and imports write it: "n/a", "Select".',
    example: {
      model:
        'lead { industry: text unknown in ["n/a", "Select"] }\nwhen industry is known add 5\nwhen industry is unknown add 1',
      lead: { industry: 'N/A' },
      total: 1,
    },
  },
  {
    name: 'from',
    form: '<name>: <type> from "<key>"',
    doc: 'The name that the attribute or property has in the data, where it is another one.',
    example: {
      model: 'lead { country: one of [DE, US] from "Country Code" }\nwhen country = DE add 5',
      lead: { 'Country Code': 'DE' },
      total: 5,
    },
  },
]
