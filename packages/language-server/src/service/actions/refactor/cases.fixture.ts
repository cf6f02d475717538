/** Refactorings by text: `▮` marks the cursor, two of them a selection. Scores stay alike in each, which a law of the project tries. */

export interface Case {
  /** What is offered, by its title. */
  readonly title: string
  readonly before: string
  /** The whole text afterwards. */
  readonly after: string
}

const lines = (...list: readonly string[]) => list.join('\n')

export const cases: readonly Case[] = [
  {
    title: 'Write these 3 rules as a table by `industry`',
    before: lines(
      'score fit {',
      '  when customer add 1',
      '  when industry = SaaS add 30',
      '  when industry in [Fintech, "Retail"] ▮add 5',
      '  when industry is unknown subtract 2',
      '}',
    ),
    after: lines(
      'score fit {',
      '  when customer add 1',
      '  points by industry {',
      '    SaaS: 30',
      '    Fintech, "Retail": 5',
      '    unknown: -2',
      '    else: 0',
      '  }',
      '}',
    ),
  },
  {
    title: 'Write these 2 rules as a table by `employees`',
    before: 'when employees in 1..9 ▮add 5\nwhen employees >= 10 ▮add (revenue * 2)\nwhen employees = 0 subtract 1',
    after: 'points by employees {\n  1..9: 5\n  >= 10: (revenue * 2)\n  else: 0\n}\nwhen employees = 0 subtract 1',
  },
  {
    title: 'Write this table as a rule for each row',
    before: lines('score fit {', '  points ▮by industry { SaaS: 30  Fintech, Retail: 5  unknown: 0  else: -2 }', '}'),
    after: lines(
      'score fit {',
      '  when industry = SaaS add 30',
      '  when industry in [Fintech, Retail] add 5',
      '  when not (industry = SaaS or industry in [Fintech, Retail] or industry is not known) subtract 2',
      '}',
    ),
  },
  {
    title: 'Write this table as a rule for each row',
    before: 'points by count of ▮download { 1..2: 5  >= 3: (revenue) }',
    after: 'when (count of download) in 1..2 add 5\nwhen (count of download) >= 3 add (revenue)',
  },
  {
    title: 'Extract a segment',
    before: '# Big ones.\nwhen employees > 10 ▮and customer add 5',
    after:
      'segment is_employees_customer when employees > 10 and customer\n# Big ones.\nwhen is_employees_customer add 5',
  },
  {
    title: 'Extract a `let`',
    before: 'on page_view(seconds >= ▮30▮) add 5 within 30d',
    after: 'let amount = 30\non page_view(seconds >= amount) add 5 within 30d',
  },
  {
    title: 'Extract a `let`',
    before: 'when ▮employees * 2▮ > revenue add 5',
    after: 'let value = employees * 2\nwhen value > revenue add 5',
  },
  {
    title: 'Extract a list',
    before: lines(
      'score fit {',
      '  when industry in [SaaS, ▮Fintech] add 5',
      '  when industry not in [SaaS,  Fintech] subtract 5',
      '}',
      'disqualify when industry in [SaaS, Fintech]',
    ),
    after: lines(
      'list industry_list = [SaaS, Fintech]',
      'score fit {',
      '  when industry in industry_list add 5',
      '  when industry not in industry_list subtract 5',
      '}',
      'disqualify when industry in [SaaS, Fintech]',
    ),
  },
  {
    title: 'Put the definition in place of `big`',
    before: lines(
      '## Large companies.',
      'segment big when employees > 500 or revenue > 1000',
      'when ▮big add 5',
      'when customer and not big add 3',
    ),
    after: lines(
      'when employees > 500 or revenue > 1000 add 5',
      'when customer and not (employees > 500 or revenue > 1000) add 3',
    ),
  },
  {
    title: 'Put the definition in place of `cut`',
    before: 'let ▮cut = 10\nwhen employees > cut add cut\non page_view(seconds > cut) add 1',
    after: 'when employees > 10 add 10\non page_view(seconds > 10) add 1',
  },
  {
    title: 'Put the definition in place of `good`',
    before: 'list good▮ = [SaaS, Fintech]\npoints by industry { good: 5  else: 1 }\nwhen industry in good add 3',
    after: 'points by industry { SaaS, Fintech: 5  else: 1 }\nwhen industry in [SaaS, Fintech] add 3',
  },
  {
    title: 'Put these rules into a group',
    before: lines(
      'score fit cap 50 {',
      '  when customer add 5',
      '  # Why.',
      '  when employees > ▮10 add 5',
      '  on download▮ add 3',
      '}',
    ),
    after: lines(
      'score fit cap 50 {',
      '  when customer add 5',
      '  group part {',
      '    # Why.',
      '    when employees > 10 add 5',
      '    on download add 3',
      '  }',
      '}',
    ),
  },
  {
    title: 'Write the list with `or`',
    before: 'when customer and industry in [SaaS▮, Retail] add 5',
    after: 'when customer and (industry = SaaS or industry = Retail) add 5',
  },
  {
    title: 'Write the list with `and`',
    before: 'when industry not in [SaaS▮, Retail] add 5',
    after: 'when industry != SaaS and industry != Retail add 5',
  },
  {
    title: 'Write the `or` as a list',
    before: 'when industry = SaaS▮ or industry in [Fintech] or (industry = "retail") add 5',
    after: 'when industry in [SaaS, Fintech, "retail"] add 5',
  },
  {
    title: 'Sort the values',
    before: 'when country in [US, ▮DE, "ch", AT] add 5',
    after: 'when country in [AT, "ch", DE, US] add 5',
  },
  {
    title: 'Spell out `decay 30d`',
    before: 'score heat {\n  default decay 30d\n  on ▮download add 5 once cap 20\n}',
    after: 'score heat {\n  default decay 30d\n  on download add 5 once decay 30d cap 20\n}',
  },
  {
    title: 'Leave out `decay 30d`, which holds by default',
    before: 'score heat {\n  default decay 30d\n  on ▮download add 5 decay  30d cap 20\n  on email_open add 1\n}',
    after: 'score heat {\n  default decay 30d\n  on download add 5 cap 20\n  on email_open add 1\n}',
  },
  {
    title: 'Write `SaaS` without quotes',
    before: 'lead { industry: one of [SaaS, Retail] }\nwhen industry = "SaaS▮" add 5',
    after: 'lead { industry: one of [SaaS, Retail] }\nwhen industry = SaaS add 5',
  },
  {
    title: 'Write `Retail` in quotes',
    before: 'lead { industry: one of [SaaS, Retail] }\nwhen industry in [SaaS, Retail▮] add 5',
    after: 'lead { industry: one of [SaaS, Retail] }\nwhen industry in [SaaS, "Retail"] add 5',
  },
  {
    title: 'Add a documentation comment',
    before: 'score fit {\n  when ▮customer add 5\n}',
    after: 'score fit {\n  ## What this is for.\n  when customer add 5\n}',
  },
  {
    title: 'Declare the lead from its use',
    before: lines(
      'import "./other.merit"',
      '',
      '# Who they are.',
      'when ▮industry in [SaaS, Fintech] and `Lead Source` = "web" add 5',
      'when company.tier = A and company.size > 5 and interests contains api and industry != retail add 5',
      'when customer and created within 30d add 5',
    ),
    after: lines(
      'import "./other.merit"',
      '',
      'lead {',
      '  industry: one of [SaaS, Fintech, retail]',
      '  `Lead Source`: text',
      '  company {',
      '    tier: one of [A]',
      '    size: number',
      '  }',
      '  interests: list of [api]',
      '  customer: boolean',
      '  created: date',
      '}',
      '',
      '# Who they are.',
      'when industry in [SaaS, Fintech] and `Lead Source` = "web" add 5',
      'when company.tier = A and company.size > 5 and interests contains api and industry != retail add 5',
      'when customer and created within 30d add 5',
    ),
  },
  {
    title: 'Declare the events from their use',
    before: 'on page▮(seconds > 5) add 5\non page(home) add 2\nwhen any login add 1',
    after: lines(
      'event page { subject: one of [home]  seconds: number }',
      'event login',
      '',
      'on page(seconds > 5) add 5',
      'on page(home) add 2',
      'when any login add 1',
    ),
  },
  {
    title: 'Add a test for this rule',
    before: 'when employees ▮>= 500 and industry in [SaaS, Retail] and title contains "vp" add 5',
    after: lines(
      'when employees >= 500 and industry in [SaaS, Retail] and title contains "vp" add 5',
      '',
      'test "when employees >= 500 and industry in [SaaS, Retail] and title contains \\"vp\\" add 5" {',
      '  now 2026-06-01',
      '  lead {',
      '    employees: 500',
      '    industry: SaaS',
      '    title: "vp"',
      '  }',
      '  expect rule "when employees >= 500 and industry in [SaaS, Retail] and title contains \\"vp\\" add 5" matched',
      '}',
      '',
    ),
  },
  {
    title: 'Add a test for this rule',
    before: 'on page_view▮(seconds > 10, path like "/pricing*") when customer add 5 decay 3d as "Price"\n',
    after: lines(
      'on page_view(seconds > 10, path like "/pricing*") when customer add 5 decay 3d as "Price"',
      '',
      'test "Price" {',
      '  now 2026-06-01',
      '  lead {',
      '    customer: true',
      '  }',
      '  event page_view(seconds: 11, path: "/pricing") 1min ago',
      '  expect rule "Price" matched',
      '}',
      '',
    ),
  },
]
