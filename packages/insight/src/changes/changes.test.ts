import { check, lower } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import type { Change } from './change.ts'
import { changesBetween } from './changes.ts'

function programOf(text: string): Program {
  const { model, diagnostics } = check({ path: 'model.merit', text })
  if (!model) throw new Error(JSON.stringify(diagnostics.map(({ name, params }) => [name, params])))
  return lower(model).program
}

function said({ kind, subject, name, formerly, within, formerlyWithin, aspects }: Change): string {
  const was = formerly === undefined ? '' : ` (was ${formerly})`
  const where = [formerlyWithin && `from ${formerlyWithin.join('/')}`, within.length > 0 && `in ${within.join('/')}`]
  const parts = aspects.map(({ aspect, before = '', after = '' }) => `${aspect}: ${before} → ${after}`)
  return [`${kind} ${subject} ${name}${was}`, ...where.filter(Boolean), ...parts].join(' | ')
}

const changes = (before: string, after: string) => changesBetween(programOf(before), programOf(after)).entries.map(said)

const lead = `lead {
  industry: one of [SaaS, Fintech, Retail]
  employees: integer 0..
  title: text
  customer: boolean
  created: date
}
event download { asset: one of [whitepaper, datasheet] }
event visit { path: text seconds: number }
`

describe('what is no change', () => {
  it.each<[string, string, string]>([
    ['layout and comments', 'when industry = SaaS add 5', '# why\nwhen industry = SaaS\n\n  add 5'],
    ['order', 'when customer add 5\non visit add 1', 'on visit add 1\nwhen customer add 5'],
    ['a label', 'when customer add 5', 'when customer add 5 as "Customer"'],
    ['a segment', 'when customer and employees > 5 add 5', 'segment x when customer and employees > 5\nwhen x add 5'],
    ['a `let`', 'when employees > 50 add 5', 'let few = 50\nwhen employees > few add 5'],
    ['a list', 'when industry in [SaaS, Retail] add 5', 'list ours = [Retail, SaaS]\nwhen industry in ours add 5'],
    ['`in` for `or`', 'when industry = SaaS or industry = Retail add 5', 'when industry in [Retail, SaaS] add 5'],
    [
      'a group that only adds',
      'when customer add 5\non visit add 1',
      'group g { when customer add 5\non visit add 1 }',
    ],
    [
      'the name of a group',
      'group a cap 5 { when customer add 5\non visit add 1 }',
      'group b cap 5 { when customer add 5\non visit add 1 }',
    ],
    [
      'the order of rows',
      'points by industry { SaaS: 15  Retail: 5  else: 0 }',
      'points by industry { Retail: 5  SaaS: 15  else: 0 }',
    ],
    [
      'a table for rules',
      'points by industry { SaaS: 15  Retail: 5  unknown: 0  else: -2 }',
      'when industry = Retail add 5\nwhen industry = SaaS add 15\nwhen not (industry in [SaaS, Retail] or industry is unknown) subtract 2',
    ],
    [
      'a segment renamed',
      'segment a when customer and employees > 5\nwhen a add 1',
      'segment b when customer and employees > 5\nwhen b add 1',
    ],
    ['a default', 'score s { on visit add 1 decay 30d }', 'score s { default decay 30d\non visit add 1 }'],
    ['tests', 'when customer add 5', 'when customer add 5\ntest "t" { lead { customer: true }\nexpect total = 5 }'],
  ])('%s', (_, before, after) => {
    expect(changes(lead + before, lead + after)).toEqual([])
    expect(changes(lead + after, lead + before)).toEqual([])
  })
})

describe('rules', () => {
  it.each<[string, string, string[]]>([
    ['when customer add 5', 'when customer add 5\non visit add 1', ['added rule on visit add 1 | in total']],
    ['when customer add 5\non visit add 1', 'when customer add 5', ['removed rule on visit add 1 | in total']],
    [
      'when customer add 5',
      'when customer add 6',
      ['changed rule when customer add 6 (was when customer add 5) | in total | points: 5 → 6'],
    ],
    [
      'when customer add 5',
      'when customer subtract 5',
      ['changed rule when customer subtract 5 (was when customer add 5) | in total | points: 5 → -5'],
    ],
    [
      'when industry = SaaS add 5',
      'when industry = Retail add 5',
      [
        'changed rule when industry = Retail add 5 (was when industry = SaaS add 5) | in total | condition: industry = SaaS → industry = Retail',
      ],
    ],
    [
      'when industry = SaaS add 5',
      'when employees > 9 add 5',
      ['removed rule when industry = SaaS add 5 | in total', 'added rule when employees > 9 add 5 | in total'],
    ],
    [
      'when industry = SaaS add 5 as "A"',
      'when employees > 9 add 7 as "A"',
      ['changed rule A | in total | condition: industry = SaaS → employees > 9 | points: 5 → 7'],
    ],
    [
      'when customer and (industry = SaaS or employees > 9) add 5 as "A"',
      'when customer and not (industry = SaaS or created within 30d) add 5 as "A"',
      [
        'changed rule A | in total | condition: customer and (industry = SaaS or employees > 9) → customer and not (industry = SaaS or created within 30d)',
      ],
    ],
    [
      'when customer and employees > 9 add 5 as "A"',
      'when customer and created within 30d and employees > 9 add 5 as "A"',
      [
        'changed rule A | in total | condition: customer and employees > 9 → customer and created within 30d and employees > 9',
      ],
    ],
    [
      'on download(whitepaper) add 5 decay 30d as "A"',
      'on download(datasheet) within 9d add 5 once per day decay 60d cap 9 floor -1 weight 50% as "A"',
      [
        'changed rule A | in total | pattern: download(whitepaper) → download(datasheet) | window:  → within 9d | limit:  → once per day | decay: decay 30d → decay 60d | cap:  → 9 | floor:  → -1 | weight:  → 50%',
      ],
    ],
    [
      'on visit add 5 as "A"',
      'on visit add 0.1 * seconds as "A"',
      ['changed rule A | in total | points: 5 → 0.1 * seconds'],
    ],
    [
      'points by industry { SaaS: 15  Retail: 5  else: 0 }',
      'points by industry { SaaS: 20  Retail: 5  Fintech: 1  else: 0 }',
      [
        'changed rule points by industry { SaaS: 20 Retail: 5 Fintech: 1 else: 0 } (was points by industry { SaaS: 15 Retail: 5 else: 0 }) | in total | rows: by industry { SaaS: 15 } → by industry { SaaS: 20  Fintech: 1 }',
      ],
    ],
    [
      'points first { customer: 3  employees > 9: 5  else: 0 }',
      'points first { employees > 9: 5  customer: 3  else: 0 }',
      [
        'changed rule points first { employees > 9: 5 customer: 3 else: 0 } (was points first { customer: 3 employees > 9: 5 else: 0 }) | in total | rows: { customer: 3  employees > 9: 5  else: 0 } → { employees > 9: 5  customer: 3  else: 0 }',
      ],
    ],
    [
      'when customer multiply by 50%\non visit add 1',
      'when customer multiply by 40%\non visit add 1',
      [
        'changed multiplier when customer multiply by 40% (was when customer multiply by 50%) | in total | factor: 50% → 40%',
      ],
    ],
    [
      'when industry = SaaS add 15\nwhen industry = Retail add 5',
      'points by industry { SaaS: 15  Retail: 6 }',
      [
        'changed rule points by industry { SaaS: 15 Retail: 6 } (was when industry = SaaS add 15) | in total | condition: industry = SaaS →  | points: 15 →  | rows:  → by industry { SaaS: 15  Retail: 6 }',
        'removed rule when industry = Retail add 5 | in total',
      ],
    ],
    [
      'score s { on visit add 1\non download reset }',
      'score s { on visit add 1 }',
      ['changed rule on visit add 1 | in s | window: since last download → '],
    ],
  ])('%s ↔ %s', (before, after, expected) => {
    expect(changes(lead + before, lead + after)).toEqual(expected)
  })
})

describe('definitions', () => {
  it.each<[string, string, string[]]>([
    [
      'segment big when employees >= 9 and industry in [SaaS, Retail]\nwhen big add 5\nwhen big and customer add 1',
      'segment big when employees >= 8 and industry in [SaaS, Retail]\nwhen big add 5\nwhen big and customer add 1',
      [
        'changed definition big | definition: employees >= 9 and industry in [SaaS, Retail] → employees >= 8 and industry in [SaaS, Retail]',
      ],
    ],
    [
      'let visits = count of visit within 7d\nwhen visits > 5 add 5',
      'let visits = count of visit within 14d\nwhen visits > 5 add 6',
      [
        'changed definition visits | definition: count of visit within 7d → count of visit within 14d',
        'changed rule when visits > 5 add 6 (was when visits > 5 add 5) | in total | points: 5 → 6',
      ],
    ],
    [
      'event active from visit or download\nevent twice from 2 active within 1h\non twice add 5',
      'event active from visit\nevent twice from 2 active within 1h\non twice add 5',
      ['changed definition twice | definition: 2 (visit or download) within 1h → 2 visit within 1h'],
    ],
    [
      'event active from visit or download\nwhen no active within 9d add 5\non active add 1',
      'event active from visit except download\nwhen no active within 9d add 5\non active add 1',
      ['changed definition active | definition: visit or download → visit except download'],
    ],
    [
      'let few = 5\nwhen employees > few add 5',
      'let few = 6\nwhen employees > few add 5',
      ['changed rule when employees > few add 5 | in total | condition: employees > 5 → employees > 6'],
    ],
    [
      'list ours = [SaaS]\nwhen industry in ours add 5',
      'list ours = [SaaS, Retail]\nwhen industry in ours add 5',
      [
        'changed rule when industry in ours add 5 | in total | condition: industry in [SaaS] → industry in [SaaS, Retail]',
      ],
    ],
  ])('%s ↔ %s', (before, after, expected) => {
    expect(changes(lead + before, lead + after)).toEqual(expected)
  })
})

describe('blocks', () => {
  it.each<[string, string, string[]]>([
    [
      'score a cap 50 { when customer add 5 }',
      'score a cap 60 when employees > 5 { when customer add 5 }',
      ['changed score a | condition:  → employees > 5 | cap: 50 → 60'],
    ],
    [
      'score a { when customer add 5 }\nscore b { on visit add 1 }',
      'score a { when customer add 5\non visit add 1 }\nscore b { on download add 1 }',
      ['changed rule on visit add 1 | from b | in a', 'added rule on download add 1 | in b'],
    ],
    [
      'score a { group g { when customer add 5 } on visit add 1 }',
      'score a { group g cap 3 { when customer add 5 } on visit add 1 }',
      ['changed group g | in a | cap:  → 3'],
    ],
    [
      'score a { when customer add 5\non visit add 1 }',
      'score a { group g cap 3 { when customer add 5 } on visit add 1 }',
      ['added group g | in a', 'changed rule when customer add 5 | from a | in a/g'],
    ],
    [
      'score a { when customer add 5 }\nscore all = 2 * a',
      'score b { when customer add 5 }\nscore all = 3 * b',
      ['changed score b (was a)', 'changed score all | formula: 2 * a → 3 * b'],
    ],
  ])('%s ↔ %s', (before, after, expected) => {
    expect(changes(lead + before, lead + after)).toEqual(expected)
  })
})

describe('outcomes', () => {
  const rules = `${lead}score total { on visit add 1 }\n`

  it.each<[string, string, string[]]>([
    ['qualify MQL at 50', 'qualify MQL at 60', ['changed stage MQL | threshold: 50 → 60']],
    ['qualify MQL at 50', 'qualify MQL at 50 until below 40', ['changed stage MQL | until:  → 40']],
    ['qualify MQL at 50', 'qualify SQL at 50', ['changed stage SQL (was MQL)']],
    ['qualify MQL at 50', 'qualify MQL at 50\nqualify SQL at 80', ['added stage SQL | threshold:  → 80']],
    [
      'qualify MQL at 50\nqualify SQL at 80 when customer',
      'qualify MQL at 50',
      ['removed stage SQL | condition: qualify SQL at 80 when customer → '],
    ],
    [
      'qualify MQL at 50',
      'qualify MQL at 60 when customer',
      ['changed stage MQL | condition: qualify MQL at 50 → qualify MQL at 60 when customer'],
    ],
    [
      'qualify MQL at 50',
      'qualify MQL at 50\nqualify MQL when customer',
      ['changed stage MQL | condition:  → qualify MQL when customer'],
    ],
    [
      'grade g from total { A at 50 B at 20 else C }',
      'grade g from total { A at 60 B at 20 else D }',
      ['changed grade g | labels: A, B, C → A, B, D | threshold: A: total at 50 → A: total at 60'],
    ],
    [
      'disqualify "x" when customer',
      'disqualify "x" when employees > 5\ndisqualify "y" when customer',
      ['changed disqualification x | condition: customer → employees > 5', 'added disqualification y'],
    ],
    ['disqualify "x" when customer', 'disqualify "y" when customer', ['changed disqualification y (was x)']],
    [
      'qualify MQL at 5\npromise never MQL when customer',
      'qualify MQL at 5\npromise never MQL when customer and employees > 5',
      [
        'changed promise promise never MQL when customer and employees > 5 (was promise never MQL when customer) | condition: customer → customer and employees > 5',
      ],
    ],
  ])('%s ↔ %s', (before, after, expected) => {
    expect(changes(rules + before, rules + after)).toEqual(expected)
  })
})

describe('data', () => {
  it.each<[string, string, string[]]>([
    [
      'lead { x: one of [A, B] }',
      'lead { x: one of [B, C] unknown in ["?"] }',
      ['changed attribute x | values: A → C | unknown:  → ?'],
    ],
    [
      'lead { x: one of [A, B] y: integer 0.. }',
      'lead { x: one of [A, B] from "X" y: integer 0..<9 }',
      ['changed attribute x | key: x → X', 'changed attribute y | range: 0.. → 0..<9'],
    ],
    ['lead { x: one of [A] y: number }', 'lead { x: one of [A] z: number from "y" }', ['changed attribute z (was y)']],
    [
      'lead { x: one of [A] }\nevent e { p: text }',
      'timezone "Europe/Berlin"\nlead { x: one of [A] }\nevent e { p: number q: text }\nevent f',
      [
        'changed model  | timezone: UTC → Europe/Berlin',
        'changed property p | in e | type: text → number',
        'added property q | in e',
        'added event f',
      ],
    ],
  ])('%s ↔ %s', (before, after, expected) => {
    const rule = '\nwhen x = B add 1'
    expect(changes(before.replace('[A]', '[A, B]') + rule, after.replace('[A]', '[A, B]') + rule)).toEqual(expected)
  })
})
