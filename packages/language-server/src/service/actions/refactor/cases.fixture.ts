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
]
