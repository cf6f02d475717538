import { analyse } from '@merit-lang/analysis'
import { check, type Lowered, lower, renderDiagnostic } from '@merit-lang/language'
import { readLead, runOf } from '@merit-lang/runtime/reference'
import { describe, expect, it } from 'vitest'
import { coverageOf, covering, soughtIn } from './cover.ts'
import type { Coverage, CoveredGoal, CoveredOutcome } from './coverage.ts'
import { mergedCoverage } from './merge.ts'
import { openIn, percentOf, tallyOf } from './tally.ts'

function modelOf(text: string, files: Readonly<Record<string, string>> = {}) {
  const read = (path: string) => (files[path] === undefined ? undefined : { path, text: files[path] })
  const { model, diagnostics } = check({ path: 'm.merit', text }, { read })
  if (!model) throw new Error(diagnostics.map(one => renderDiagnostic(one)).join('\n'))
  return { model, lowered: lower(model) }
}

function covered(text: string, files?: Readonly<Record<string, string>>): Coverage {
  const { model, lowered } = modelOf(text, files)
  return coverageOf(model, lowered, { analysis: analyse(lowered.program) })
}

const pageOf = ({ statements }: Coverage) =>
  statements.map(({ name, goals }) => `${name}: ${goals.map(goalText).join(' | ')}`)
const goalText = ({ kind, text, outcomes }: CoveredGoal) =>
  `${kind === 'statement' ? '' : `${text} `}${outcomes.map(outcomeText).join(' ')}`
const outcomeText = ({ outcome, seen, impossible }: CoveredOutcome) => `${outcome} ${impossible ? 'never' : seen}`

describe('what tests reach', () => {
  it.each<[string, string, string[]]>([
    [
      'the comparisons of a rule, where something may be unknown',
      `lead { size: integer required  vip: boolean  old: boolean required }
when size > 5 and (vip or not old) add 1
test "t" { lead { size: 6, vip: true, old: true } expect total = 1 }
test "u" { lead { size: 5, old: false } expect total = 0 }`,
      [
        'when size > 5 and (vip or not old) add 1: matched 1 | size > 5 true 1 false 1 | vip true 1 false 0 unknown 1 | old true 1 false 1',
      ],
    ],
    [
      'what holds because something is unknown',
      'when plan != pro add 1\ntest "t" { expect total = 1 }',
      ['when plan != pro add 1: matched 1 | plan != pro true 0 false 0 unknown 1'],
    ],
    [
      'a segment by what it is made of',
      'segment big when size > 5\nwhen big add 1\ntest "t" { expect total = 0 }',
      ['when big add 1: matched 0 | big true 0 false 0 unknown 1'],
    ],
    [
      'what unknown values make true, in a segment',
      `segment plain when not (title contains "x") or not (title contains "y")
when plain add 1
test "t" { expect total = 1 }
test "u" { lead { title: "xy" } expect total = 0 }
test "v" { lead { title: "x" } expect total = 1 }`,
      ['when plain add 1: matched 2 | plain true 1 false 1 unknown 1'],
    ],
    [
      'what is said of events, which is always known',
      'when at least 2 visit add 1\nwhen days since last visit < 3 add 1\ntest "t" { expect total = 0 }',
      [
        'when at least 2 visit add 1: matched 0 | at least 2 visit true 0 false 1',
        'when days since last visit < 3 add 1: matched 0 | days since last visit < 3 true 0 false 0 unknown 1',
      ],
    ],
    [
      'the rows of a table',
      'points by plan { pro: 5  else: 1 }\ntest "a" { lead { plan: pro } expect total = 5 }\ntest "b" { expect total = 1 }',
      ['points by plan: matched 2 | pro applied 1 | else applied 1'],
    ],
    [
      'the rows of a table of events, several at once',
      'on visit points by subject { a: 1  b: 2  c: 3 }\ntest "t" { event visit(a) 1d ago event visit(b) 1d ago expect total = 3 }',
      ['on visit points by subject: matched 1 | a applied 1 | b applied 1 | c applied 0'],
    ],
    [
      'rows where those before them do not apply, and their comparisons',
      'points first { a: 1  b: 2  else: 3 }\ntest "t" { lead { a: true, b: true } expect total = 1 }',
      [
        'points first: matched 1 | a applied 1 | a true 1 false 0 unknown 0 | b applied 0 | b true 1 false 0 unknown 0 | else applied 0',
      ],
    ],
    [
      'thresholds on both sides, at each instant that a test looks at',
      'on visit within 10d add 1\nqualify S at 1\ntest "t" { event visit 1d ago expect S  expect in 20d not S }',
      ['on visit within 10d add 1: matched 1', 'qualify S at 1: matched 1 | total at 1 reached 1 missed 1'],
    ],
    [
      'a line that stays on',
      'on visit add 10 decay 10d\nqualify S at 8 until below 3\ntest "t" { event visit 10d ago expect S }',
      [
        'on visit add 10 decay 10d: matched 1',
        'qualify S at 8 until below 3: matched 1 | total at 8 reached 0 missed 1 | until below 3 reached 1 missed 0',
      ],
    ],
    [
      'multipliers, grades and disqualifications',
      `lead { a: boolean required  b: boolean required  c: boolean required }
score s { when a add 10  when b multiply by 50% }
grade g from s { A at 8  B at 4  else C }
disqualify "no" when c
test "t" { lead { a: true, b: true, c: false } expect s = 5 }`,
      [
        'when a add 10: matched 1 | a true 1 false 0',
        'when b multiply by 50%: matched 1 | b true 1 false 0',
        'g A: matched 0 | s at 8 reached 0 missed 1',
        'g B: matched 1 | s at 4 reached 1 missed 0',
        'g C: matched 0',
        'disqualify no: matched 0 | c true 0 false 1',
      ],
    ],
    [
      'a block that does not apply, and nothing in it',
      'lead { a: boolean required  b: boolean required }\nscore s when a { group g when b { when b add 1 } }\ntest "t" { lead { a: false, b: true } expect s = 0 }',
      [
        'score s: matched 0 | a true 0 false 1',
        'group g: matched 0 | b true 1 false 0',
        'when b add 1: matched 0 | b true 1 false 0',
      ],
    ],
    [
      'what no lead shows',
      'lead { size: integer 0..9 required }\nwhen size >= 0 add 1\nwhen size > 5 and size < 5 add 1\nqualify S at 3\ntest "t" { lead { size: 1 } expect total = 1 }',
      [
        'when size >= 0 add 1: matched 1 | size >= 0 true 1 false never',
        'when size > 5 and size < 5 add 1: matched never | size > 5 true 0 false 1 | size < 5 true 1 false 0',
        'qualify S at 3: matched never | total at 3 reached never missed 1',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(pageOf(covered(text))).toEqual(expected)
  })

  it('of segments that stand for more than anybody can visit, without what is unknown', () => {
    const segments = Array.from({ length: 40 }, (_, i) => `segment s${i + 1} when s${i} or not s${i} and size < ${i}`)
    const text = ['segment s0 when size > 5', ...segments, 'when s40 add 1', 'test "t" { lead { size: 6 } }'].join('\n')
    expect(pageOf(covered(text))).toEqual(['when s40 add 1: matched 1 | s40 true 1 false 0'])
  })

  it('of chosen tests, with leads for what they do not show', () => {
    const { model, lowered } = modelOf('when a add 1\ntest "x" { lead { a: true } expect total = 1 }\ntest "y" {}')
    const tests = lowered.tests.filter(({ name }) => name === 'y')
    const open = openIn(coverageOf(model, lowered, { tests, analysis: analyse(lowered.program) }).statements)
    expect(open.map(({ outcome: { outcome, witness } }) => [outcome, witness?.lead])).toEqual([
      ['matched', { a: true }],
      ['true', { a: true }],
      ['false', { a: false }],
    ])
  })

  it('in pieces, the later the more of it is done', () => {
    const { model, lowered } = modelOf('when a add 1\ntest "x" { expect total = 0  expect in 3d total = 0 }')
    const parts = [...covering(model, lowered, { analysis: analyse(lowered.program) })]
    expect(parts.length).toBeGreaterThan(2)
    expect(parts).toEqual([...parts].sort((a, b) => a - b))
    expect(parts.every(part => part >= 0 && part <= 1)).toBe(true)
  })
})

describe('coverage in numbers', () => {
  const text = `lead { size: integer 0..9 required }
when size >= 0 add 1
points by size { < 5: 1  else: 2 }
qualify S at 3`

  it.each<[string, string, object, number]>([
    [
      'no tests',
      text,
      {
        covered: 0,
        all: 8,
        impossible: 1,
        kinds: {
          statement: { covered: 0, all: 3 },
          condition: { covered: 0, all: 1 },
          threshold: { covered: 0, all: 2 },
          band: { covered: 0, all: 2 },
        },
      },
      0,
    ],
    [
      'half of it',
      `${text}\ntest "t" { lead { size: 1 } }`,
      { covered: 5, all: 8, kinds: { condition: { covered: 1, all: 1 }, threshold: { covered: 1, all: 2 } } },
      62.5,
    ],
    ['nothing to cover', 'lead { a: text }', { covered: 0, all: 0 }, 100],
  ])('of %s', (_, text, expected, percent) => {
    const tally = tallyOf(covered(text).statements)
    expect(tally).toMatchObject(expected)
    expect(percentOf(tally)).toBe(percent)
  })
})

describe('coverage of a file that several models import', () => {
  const rules = {
    'rules.merit': 'lead { a: boolean required  b: boolean }\nscore s { when a add 1  when a and b add 2 }',
  }
  const head = 'import "./rules.merit"\n'

  it('is what any of their tests reach', () => {
    const one = covered(`${head}test "t" { lead { a: true, b: true } expect s = 3 }`, rules)
    const other = covered(`${head}when a add 5\ntest "t" { lead { a: false } expect s = 0 }`, rules)
    expect(pageOf(mergedCoverage([one, other]))).toEqual([
      'when a add 1: matched 1 | a true 1 false 1',
      'when a and b add 2: matched 1 | a true 1 false 1 | b true 1 false 0 unknown 1',
      'when a add 5: matched 0 | a true 0 false 1',
    ])
  })
})

it('what is sought holds for no lead in two ways', () => {
  const { model, lowered } = modelOf('when size > 5 and not (title contains "x") add 1')
  for (const data of [{}, { size: 6 }, { size: 1, title: 'x' }, { title: 'y' }]) {
    for (const { outcomes } of soughtIn(lowered.program, model).flatMap(({ goals }) => goals))
      expect(outcomes.length === 1 || shownOf(outcomes, lowered, data) === 1).toBe(true)
  }
})

function shownOf(
  outcomes: readonly { readonly seen: (run: ReturnType<typeof runOf>) => boolean }[],
  { program }: Lowered,
  data: object,
) {
  const run = runOf(program, readLead(program, data), 0)
  return outcomes.filter(({ seen }) => seen(run)).length
}
