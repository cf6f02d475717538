import type { FormWord } from '../word.ts'
import { happened } from './happened.ts'

export const points: readonly FormWord[] = [
  {
    name: 'when',
    form: 'when <condition> add <number>',
    doc: 'A rule about the lead as it is: it gives its points while the condition holds.',
    example: { model: 'when industry in [SaaS] add 15', lead: { industry: 'SaaS' }, total: 15 },
  },
  {
    name: 'on',
    form: 'on <event> [when <condition>] add <number>',
    doc: 'A rule about what the lead does: each such event gives the points. With `when`, only for leads for whom the condition holds.',
    example: {
      model: 'on download(whitepaper) add 20\non webinar when employees >= 100 add 10',
      lead: {
        employees: 50,
        ...happened(
          ['download', 3, { subject: 'whitepaper' }],
          ['download', 2, { subject: 'whitepaper' }],
          ['webinar', 1],
        ),
      },
      total: 40,
    },
  },
  {
    name: 'add, subtract',
    form: 'add <number>, subtract <number>',
    doc: 'The points of a rule. They may be worked out, in a rule on events also from the properties of the event. Where something in it is unknown the rule gives nothing.',
    example: {
      model: 'on order add amount / 100 cap 50\nwhen country = US subtract 5',
      lead: { country: 'US', ...happened(['order', 3, { amount: 1200 }], ['order', 2, {}]) },
      total: 7,
    },
  },
  {
    name: 'points by',
    form: 'points by <value> { <case>: <number> … else: <number> }',
    doc: 'A table over one value: the case into which the value falls gives its points. Cases are values, ranges, `unknown` and `else`; `else` takes an unknown value in unless there is a case for it.',
    example: {
      model:
        'points by industry { SaaS, Fintech: 30  Retail: 5  unknown: 0  else: -5 }\npoints by employees { < 10: -5  10..49: 5  >= 50: 25 }\non form_submit points by form { demo: 60  else: 5 }',
      lead: { industry: 'fintech', employees: 49, ...happened(['form_submit', 1, { form: 'demo' }]) },
      total: 95,
    },
  },
  {
    name: 'points first',
    form: 'points first { <condition>: <number> … else: <number> }',
    doc: 'A table of conditions: the first one that holds gives its points.',
    example: {
      model:
        'points first {\n  title contains any word of ["CEO", "CTO"]: 30\n  title contains word "VP": 20\n  else: 2\n}',
      lead: { title: 'VP and acting CTO' },
      total: 30,
    },
  },
  {
    name: 'per match',
    form: 'when <list> contains any of [<value>, …] add <number> per match',
    doc: 'The points once for each of the listed values that is found.',
    example: {
      model: 'when interests contains any of [pricing, api, security] add 15 per match',
      lead: { interests: ['api', 'pricing', 'careers'] },
      total: 30,
    },
  },
  {
    name: 'multiply by',
    form: 'when <condition> multiply by <percent>',
    doc: 'Multiplies what the rules of its block add up to, before the cap and floor of the block. Where several hold, all of them multiply.',
    example: {
      model:
        'score total cap 50 {\n  when industry = SaaS add 30\n  when employees > 100 add 10\n  when country = FR multiply by 50%\n}',
      lead: { industry: 'SaaS', employees: 200, country: 'FR' },
      total: 20,
    },
  },
  {
    name: 'reset',
    form: 'on <event> reset',
    doc: 'In its block everything before the latest such event counts nothing; what happens at the same instant or later does.',
    example: {
      model: 'score total {\n  on visit add 5\n  on unsubscribe reset\n}',
      lead: happened(['visit', 5], ['visit', 4], ['unsubscribe', 3], ['visit', 2]),
      total: 5,
    },
  },
  {
    name: 'score',
    form: 'score <name> { <rules> }, score <name> = <formula>',
    doc: 'A score is what its rules add up to, or is worked out from other scores. Rules outside any score belong to the score `total`.',
    example: {
      model:
        'score fit { when industry = SaaS add 50 }\nscore engagement { on visit add 10 }\nscore total = 0.4 * fit + 0.6 * engagement',
      lead: { industry: 'SaaS', ...happened(['visit', 1]) },
      total: 26,
    },
  },
  {
    name: 'group',
    form: 'group <name> { <rules> }',
    doc: 'Rules that share a cap, a floor, a weight, a condition or defaults.',
    example: {
      model: 'group content cap 25 {\n  on download add 20\n  on webinar add 10\n}\nwhen country = DE add 5',
      lead: { country: 'DE', ...happened(['download', 2], ['webinar', 1]) },
      total: 30,
    },
  },
  {
    name: 'grade from',
    form: 'grade <name> from <score> { <label> at <number> … else <label> }',
    doc: 'Letters for a score: the first label whose mark is reached. The marks fall from line to line; `else` is last.',
    example: {
      model: 'when industry = SaaS add 65\ngrade tier from total { A at 80  B at 60  else C }',
      lead: { industry: 'SaaS' },
      total: 65,
    },
  },
  {
    name: 'grade',
    form: 'grade <name> { <label> when <condition> … else <label> }, grade <name> = <grade> + <grade>',
    doc: 'Labels by conditions, of which the first that holds decides; or the labels of other grades put together, as in A1.',
    example: {
      model:
        'when visits > 0 add visits\ngrade size { Big when employees >= 500  else Small }\ngrade heat { 1 when total >= 10  else 2 }\ngrade cell = size + heat',
      lead: { visits: 12, employees: 20 },
      total: 12,
    },
  },
  {
    name: 'qualify',
    form: 'qualify [<stage>] at <number> [of <score>] [when <condition>], qualify <stage> when <condition>',
    doc: 'Says when a lead reaches a stage. Several lines of one stage: either is enough. Without a name the stage is `qualified`, without `of` the score is `total` or the only one.',
    example: {
      model: 'on visit add 10\nqualify MQL at 50\nqualify MQL when any demo_request',
      lead: happened(['visit', 1], ['demo_request', 1]),
      total: 10,
    },
  },
  {
    name: 'disqualify',
    form: 'disqualify ["<reason>"] when <condition>',
    doc: 'The lead is in no stage, whatever its scores; the reason is part of the result. Scores are worked out all the same.',
    example: {
      model: 'when industry = SaaS add 60\nqualify at 50\ndisqualify "customer" when customer',
      lead: { industry: 'SaaS', customer: true },
      total: 60,
    },
  },
  {
    name: 'promise',
    form: 'promise never <condition> [when <condition>], promise always <condition> [when <condition>]',
    doc: 'What must be so for every lead. Each test checks it with its lead.',
    example: {
      model: 'when industry = SaaS and not customer add 60\nqualify MQL at 50\npromise never MQL when customer',
      lead: { industry: 'SaaS' },
      total: 60,
    },
  },
  {
    name: 'test',
    form: 'test "<name>" { now <date>  lead { … }  event <event> <duration> ago  expect <condition>  expect in <duration> <condition> }',
    doc: 'A lead with what it has done, and what is expected of it: now, and some time later when nothing else happens.',
    example: {
      model:
        'on visit add 20 decay 30d\ntest "a visit cools down" {\n  event visit 0d ago\n  expect total = 20\n  expect in 30d total = 10\n}',
      lead: happened(['visit', 30]),
      total: 10,
    },
  },
]
