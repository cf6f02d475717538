/** What is found about thresholds, grades, stages, promises and bounds: the names and what is marked, and what they say. */
import { check, type Diagnostic, fixesOf, lower, messageOf, runTest, textOf } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { examine } from './index.ts'

function findingsIn(text: string): readonly Diagnostic[] {
  const checked = check({ path: 'model.merit', text })
  expect(checked.model).toBeDefined()
  return examine(checked)
}

type Rows = readonly (readonly [text: string, ...found: string[]])[]

const table = (what: string, rows: Rows) =>
  describe(what, () => {
    it.each(rows.map(([text, ...expected]) => [text, expected] as const))('%j', (text, expected) => {
      const found = findingsIn(text).map(({ name, span }) => `${name}: ${textOf(span).replace(/\s+/g, ' ')}`)
      expect(found).toEqual(expected)
    })
  })

table('thresholds', [
  ['when a = X add 30\nwhen a = Y add 20\nqualify at 50', 'unreachable-threshold: 50'],
  ['when a = X add 30\nwhen b = Y add 20\nqualify at 50'],
  ['when a = X add 30\nqualify at 30'],
  ['when a = X add 0.3\nqualify at 0.3'],
  ['when a = X add 0.3\nqualify at 0.300001', 'unreachable-threshold: 0.300001'],
  ['on v add 20 decay 30d\nqualify at 7000'],
  ['on v add 20 once\nqualify at 21', 'unreachable-threshold: 21'],
  ['on v add 20 once per subject\nqualify at 21'],
  ['on v add 20 cap 60\nqualify at 60.5', 'unreachable-threshold: 60.5'],
  ['let bar = 40\nwhen a = X add 30\nqualify at bar', 'unreachable-threshold: bar'],
  ['when a = X add 30\nqualify M when total > 30', 'unreachable-threshold: total > 30'],
  ['when a = X add 30\nqualify M when total >= 30'],
  ['when a = X add 30\nqualify M when total >= 0', 'threshold-always-met: total >= 0'],
  ['when a = X subtract 30\nqualify M when total >= 0'],
  ['score s floor 10 { when a = X add 30 }\nqualify at 10 of s', 'threshold-always-met: 10'],
  ['score s floor 10 when b { when a = X add 30 }\nqualify at 10 of s'],
  ['score s { when a = X add 30 }\nscore t = 0.5 * s\nqualify at 16 of t', 'unreachable-threshold: 16'],
  // What a test or a promise says may well always hold.
  ['when a = X add 30\nqualify at 30\npromise always total >= 0'],
])

table('grades', [
  ['when a add 50\ngrade g from total { A at 40 B at 20 else C }', 'unreachable-grade: B'],
  ['when a add 50\ngrade g from total { A at 60 B at 20 else C }', 'unreachable-threshold: 60'],
  ['when a add 50\ngrade g from total { A at 40 B at 0 else C }', 'threshold-always-met: 0'],
  ['grade g { A when a > 5 B when a > 7 else C }', 'unreachable-grade: B'],
  ['grade g { A when a > 5 B when a <= 5 C when a is unknown else D }', 'unreachable-grade: D'],
  ['grade g { A when a > 7 B when a > 5 else C }'],
])

table('stages', [
  ['qualify S when a > 5 and a < 3', 'unreachable-stage: qualify S when a > 5 and a < 3'],
  ['qualify S when a > 5\nqualify S when a > 5 and a < 3'],
  ['when b add 10\nqualify S at 20', 'unreachable-threshold: 20'],
  ['when a > 5 add 10\nqualify S at 10 when a < 3', 'unreachable-stage: qualify S at 10 when a < 3'],
  ['qualify S when a > 5\ndisqualify when a > 3', 'disqualification-shadows-stage: qualify S when a > 5'],
  [
    'qualify S when a > 5\ndisqualify when a > 5 and b\ndisqualify when not b',
    'disqualification-shadows-stage: qualify S when a > 5',
  ],
  ['qualify S when a > 5\ndisqualify when a > 6'],
  ['qualify S when a > 5\nqualify S when not (a > 5)', 'stage-for-everyone: qualify S when a > 5'],
  ['qualify S when a > 5\ndisqualify when not (a > 5)', 'stage-for-everyone: qualify S when a > 5'],
])

table('caps and floors', [
  ['score s cap 100 { when a = X add 30 }', 'bound-never-binds: cap 100'],
  ['score s cap 30 { when a = X add 30 }'],
  ['score s cap 100 { on v add 1 }'],
  ['score s floor -5 { when a = X add 30 }', 'bound-never-binds: floor -5'],
  ['score s floor 0 { when a = X add 30 }'],
  ['score s { group g cap 50 { when a = X add 30 when b = Y add 10 } }', 'bound-never-binds: cap 50'],
  // About a rule checking says it.
  ['on v add 10 once cap 40', 'cap-never-binds: cap 40'],
])

table('rules whose points are always cut off', [
  ['score s cap 20 { when e >= 50 add 20 when e >= 1000 add 10 }', 'rule-never-matters: when e >= 1000'],
  ['score s cap 21 { when e >= 50 add 20 when e >= 1000 add 10 }'],
  ['score s cap 20 { when e >= 50 add 20 when e >= 40 add 10 }'],
  ['score s floor -20 { when e >= 50 subtract 20 when e >= 99 subtract 1 }', 'rule-never-matters: when e >= 99'],
  ['score s floor -21 { when e >= 50 subtract 20 when e >= 99 subtract 1 }'],
  // What takes points may make room for what gives some.
  ['score s cap 20 { when e >= 50 add 20 when e >= 99 add 10 when b = X subtract 1 }'],
  [
    'score s cap 20 { when e >= 50 add 21 when e >= 99 add 10 when b = X subtract 1 }',
    'rule-never-matters: when e >= 99',
  ],
  ['score s cap 20 { points by b { X: 20 else: 20 } when c add 5 }', 'rule-never-matters: when c'],
  ['score s cap 20 { points by b { X: 20 unknown: 0 else: 20 } when c add 5 }'],
  ['score s cap 20 { points by b { X: 20 else: 25 } on v add 5 decay 30d }', 'rule-never-matters: on v'],
  [
    'score s cap 20 { points by b { X: 20 else: 0 } points by b { X: 5 else: 0 } }',
    'rule-never-matters: points by b { X: 5 else: 0 }',
  ],
  ['score s cap 20 { points by b { X: 20 else: 0 } points by b { X: 5 else: 1 } }'],
  // Together, through more than one rule, and in groups.
  ['score s cap 20 { when c add 20 when not c and b = X add 20 when b = X add 5 }', 'rule-never-matters: when b = X'],
  [
    'score s cap 20 when c { when c add 20 when b = X add 5 }',
    'rule-always-matches: c',
    'rule-never-matters: when b = X',
  ],
  ['score s { group g cap 5 { when e >= 9 add 5 when e >= 99 add 5 } }', 'rule-never-matters: when e >= 99'],
  ['score s cap 20 { group g { when e >= 9 add 20 } when e >= 99 add 5 }', 'rule-never-matters: when e >= 99'],
  // Of two either can be left out, but not both.
  [
    'score s cap 20 { when e >= 50 add 20 when e >= 50 and c add 20 when e >= 50 and c and b = X add 20 }',
    'rule-never-matters: when e >= 50 and c',
    'rule-never-matters: when e >= 50 and c and b = X',
  ],
  ['score s cap 20 { when b = X add 20 when b in [X] add 20 }', 'rule-repeats: when b in [X]'],
  ['score s cap 20 { when b = X add 30 when b = X and c multiply by 50% when b = X and c add 5 }'],
  ['score s cap 20 { on v add 20 once on v(a) add 5 once }', 'rule-never-matters: on v(a)'],
])

describe('messages', () => {
  it.each([
    ['when a = X add 30\nwhen a = Y add 20\nqualify at 50', 'goes up to 30. '],
    ['score s cap 100 { when a = X add 30 }', '`s` never goes above 30 without it'],
    ['qualify S when a > 5\ndisqualify "small" when a > 3', 'disqualified as "small"'],
    ['lead { c: boolean }\nwhen c add 5\npromise never total > 3', 'It is broken by a lead with c true.'],
    ['on v add 5\npromise never total > 9', 'It is broken by a lead with 2 times v 0d ago.'],
    ['score s cap 9 { when a > 5 add 9 when a > 7 add 1 }', 'has all that `cap 9` of `s` allows without it.'],
    ['score s floor 0 { when a > 5 subtract 1 }', 'is down at `floor 0` of `s` without it.'],
    ['promise never a is unknown', 'It is broken by a lead of which nothing is known.'],
  ])('%j: %s', (text, part) => {
    expect(findingsIn(text).map(messageOf).join('\n')).toContain(part)
  })
})

describe('a broken promise', () => {
  const model =
    'lead { customer: boolean }\non v add 20\nwhen customer subtract 50\nqualify MQL at 50\npromise never MQL when customer\n'
  const [finding] = findingsIn(model)
  const [fix] = finding ? fixesOf(finding) : []
  const [edit] = fix?.edits ?? []
  const extended = edit ? model.slice(0, edit.span.start) + edit.text + model.slice(edit.span.end) : model

  it('becomes a test that fails as long as the promise is broken', () => {
    const { model: checked } = check({ path: 'model.merit', text: extended })
    if (!checked) throw new Error(extended)
    const lowered = lower(checked)
    expect(lowered.tests.map(test => runTest(lowered, test).passed)).toEqual([false])
  })

  it('is kept by a model that keeps it, and so is the test', () => {
    const mended = extended.replace('qualify', 'disqualify when customer\nqualify')
    const { model: checked } = check({ path: 'model.merit', text: mended })
    if (!checked) throw new Error(mended)
    const lowered = lower(checked)
    expect(lowered.tests.map(test => runTest(lowered, test).passed)).toEqual([true])
    expect(findingsIn(mended).map(({ name }) => name)).toEqual([])
  })
})
