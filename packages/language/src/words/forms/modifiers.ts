import type { FormWord } from '../word.ts'
import { happened } from './happened.ts'

export const modifiers: readonly FormWord[] = [
  {
    name: 'cap',
    form: 'cap <number>',
    doc: 'A rule, group or score gives at most this much.',
    example: { model: 'on visit add 10 cap 25', lead: happened(['visit', 3], ['visit', 2], ['visit', 1]), total: 25 },
  },
  {
    name: 'floor',
    form: 'floor <number>',
    doc: 'A rule, group or score gives at least this much: it keeps points that are taken away from going deeper.',
    example: {
      model: 'on bounce subtract 10 floor -25',
      lead: happened(['bounce', 3], ['bounce', 2], ['bounce', 1]),
      total: -25,
    },
  },
  {
    name: 'weight',
    form: 'weight <percent>',
    doc: 'Takes this share of what the cap and floor of the rule or group let through.',
    example: {
      model:
        'group fit cap 100 weight 40% { when industry = SaaS add 120 }\ngroup engagement cap 100 weight 60% { on visit add 50 }',
      lead: { industry: 'SaaS', ...happened(['visit', 1]) },
      total: 70,
    },
  },
  {
    name: 'as',
    form: 'as "<label>"',
    doc: 'Names a rule, for reports, tests and history. Without a label the text of the rule is its name.',
    example: { model: 'when employees >= 1000 add 25 as "Enterprise account"', lead: { employees: 1500 }, total: 25 },
  },
  {
    name: 'when (of a score or group)',
    form: 'group <name> when <condition> { <rules> }',
    doc: 'The rules inside count only while the condition holds.',
    example: {
      model: 'group partners when partner { on visit add 10 }\ngroup others when not partner { on visit add 1 }',
      lead: { partner: false, ...happened(['visit', 2]) },
      total: 1,
    },
  },
  {
    name: 'after',
    form: 'decay … after <duration>',
    doc: 'A grace period: for this long nothing is lost, then the decay begins.',
    example: {
      model: 'on webinar add 20 decay 30d after 14d',
      lead: happened(['webinar', 44], ['webinar', 10]),
      total: 30,
    },
  },
  {
    name: 'default',
    form: 'default decay …, default within <duration>, default cooldown <duration>',
    doc: 'Holds for every rule on events in the block that says nothing itself; the nearest block decides.',
    example: {
      model:
        'score total {\n  default decay 30d\n  default within 90d\n  on visit add 10\n  on demo add 30 no decay\n}',
      lead: happened(['visit', 30], ['visit', 91], ['demo', 60]),
      total: 35,
    },
  },
  {
    name: 'no decay, no within, no cooldown',
    form: 'no decay, no within, no cooldown',
    doc: 'The rule does not take the default of its block.',
    example: {
      model: 'score total {\n  default cooldown 7d\n  on visit add 10\n  on demo add 30 no cooldown\n}',
      lead: happened(['visit', 3], ['visit', 2], ['demo', 2], ['demo', 1]),
      total: 70,
    },
  },
]
