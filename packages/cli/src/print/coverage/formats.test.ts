import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from '@merit-lang/analysis'
import { coverageOf, percentText } from '@merit-lang/insight'
import { compile } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { dtdMismatches } from '../../../../../test/schemas/dtd.ts'
import { coverageAsCobertura } from './cobertura.ts'
import { coverageAsData } from './json.ts'
import { coverageAsLcov } from './lcov.ts'
import { coverageAsMarkdown } from './markdown.ts'
import { renderCoverage } from './pretty.ts'
import { reportOf } from './report.ts'

const model = `lead {
  size: integer 0..9 required
  plan: one of [free, pro]
}
score s {
  when size >= 0 add 1
  points by plan {
    pro: 5
    else: 1
  }
  when plan = pro and
    size > 3 multiply by 50%
  when plan = free add 2
}
grade g from s { A at 5  B at 1  else C }
`
const tests = 'test "t" { lead { size: 5, plan: pro } expect s = 3 }\n'

function reported(path: string, text: string) {
  const { model, lowered } = compile({ path, text })
  if (!model || !lowered) throw new Error('The model has errors.')
  const analysis = lowered.tests.length > 0 ? analyse(lowered.program) : undefined
  return { coverage: coverageOf(model, lowered, { analysis }), tests: lowered.tests.length }
}

function reportOn(...files: readonly (readonly [string, string])[]) {
  const all = files.map(([path, text]) => reported(path, text))
  return reportOf(
    all.map(one => one.coverage),
    all.reduce((sum, one) => sum + one.tests, 0),
  )
}

const report = reportOn(['models/a & "b".merit', `${model}${tests}`])
const whole = reportOn([
  'a.merit',
  'lead { a: boolean required }\nwhen a add 1\ntest "t" { lead { a: true } expect in 1d total = 1 }\ntest "u" { lead { a: false } }\n',
])
const none = reportOn(['a.merit', model])
const empty = reportOn(['a.merit', 'lead { a: text }\n'])
const two = reportOn(['x/a.merit', `${model}${tests}`], ['b.merit', 'on visit add 1\n'])
const screen = { color: false, width: 80, interactive: false }

describe('coverage as text', () => {
  it.each([
    [
      'of everything',
      whole,
      [
        'coverage   all  statements  conditions  thresholds  bands',
        'a.merit   100%      1 of 1      2 of 2           –      –',
      ],
    ],
    [
      'without tests',
      none,
      [
        'coverage  all  statements  conditions  thresholds   bands',
        'a.merit    0%      0 of 7     0 of 10      0 of 4  0 of 2',
        '',
        'No test shows anything of this. merit generate-tests writes tests of all of it.',
      ],
    ],
    ['of nothing', empty, ['Nothing to cover: no model that runs has a rule, grade, stage or disqualification.']],
    [
      'of two files',
      two,
      [
        'coverage     all  statements  conditions  thresholds   bands',
        'b.merit       0%      0 of 1           –           –       –',
        'x/a.merit    55%      4 of 6      4 of 9      2 of 3  1 of 2',
        'all files  52.3%      4 of 7      4 of 9      2 of 3  1 of 2',
        '',
        'Not covered',
        '',
        'b.merit',
        '     1  on visit add 1',
        '          never matched',
        '',
        'x/a.merit',
        '     7  points by plan',
        '          else: never applied  e.g. a lead with size 0',
        '    11  when plan = pro and size > 3 multiply by 50%',
        '          plan = pro: never false  e.g. a lead with size 0 and plan free',
        '          plan = pro: never unknown  e.g. a lead with size 0',
        '          size > 3: never false  e.g. a lead with size 0',
        '    13  when plan = free add 2',
        '          never matched  e.g. a lead with size 0 and plan free',
        '          never unknown  e.g. a lead with size 0',
        '    15  g A',
        '          never matched  e.g. a lead with size 0 and plan pro',
        '',
        'Cannot happen, which is proved, and does not count',
        '     6  when size >= 0 add 1  cannot be false',
        '    15  g B  cannot be missed',
        '    15  g C  cannot match',
      ],
    ],
  ])('%s', (_, report, lines) => {
    expect(renderCoverage(report, screen).split('\n')).toEqual(lines)
  })

  it('fits the screen', () => {
    for (const width of [60, 80, 110])
      for (const line of renderCoverage(report, { ...screen, width }).split('\n'))
        expect(line.length).toBeLessThanOrEqual(width)
  })

  it('lists so much that it is read', () => {
    const rules = Array.from({ length: 50 }, (_, i) => `when size_${i} > 1 add 1`).join('\n')
    const text = renderCoverage(reportOn(['a.merit', `${rules}\ntest "t" {}\n`]), screen)
    expect(text.match(/when size/g)).toHaveLength(20)
    expect(text).toContain('… and 30 more statements')
  })
})

describe('coverage as LCOV', () => {
  it('has lines and branches; none is taken in a line that is not hit', () => {
    expect(coverageAsLcov(report, path => path).split('\n')).toEqual([
      'TN:',
      'SF:models/a & "b".merit',
      'BRDA:6,0,0,1',
      'BRDA:8,0,0,1',
      'BRDA:9,0,0,-',
      ...['BRDA:11,0,0,1', 'BRDA:11,0,1,0', 'BRDA:11,0,2,0'],
      ...['BRDA:12,0,0,1', 'BRDA:12,0,1,0'],
      ...['BRDA:13,0,0,-', 'BRDA:13,0,1,-', 'BRDA:13,0,2,-'],
      ...['BRDA:15,0,0,0', 'BRDA:15,0,1,1', 'BRDA:15,1,0,1'],
      ...['BRF:14', 'BRH:6'],
      ...['DA:6,1', 'DA:7,1', 'DA:8,1', 'DA:9,0', 'DA:11,1', 'DA:12,1', 'DA:13,0', 'DA:15,1'],
      ...['LF:8', 'LH:6'],
      'end_of_record',
    ])
  })

  it.each([
    ['in part', report],
    ['of everything', whole],
    ['without tests', none],
    ['of two files', two],
  ])('adds up %s', (_, report) => {
    for (const record of coverageAsLcov(report, path => path).split('end_of_record\n')) {
      const told = (key: string) =>
        [...record.matchAll(new RegExp(`^${key}:(.*)$`, 'gm'))].map(([, value = '']) => value)
      const [lines, branches] = [told('DA').map(one => one.split(',')), told('BRDA').map(one => one.split(','))]
      expect(told('LF')).toEqual([String(lines.length)])
      expect(told('LH')).toEqual([String(lines.filter(([, hits]) => Number(hits) > 0).length)])
      expect(told('BRF')).toEqual([String(branches.length)])
      expect(told('BRH')).toEqual([String(branches.filter(one => Number(one[3]) > 0).length)])
      for (const [line, , , taken] of branches) {
        const hits = Number(lines.find(([number]) => number === line)?.[1])
        expect(taken === '-').toBe(hits === 0)
      }
    }
  })
})

describe('coverage as Cobertura', () => {
  const dtd = readFileSync(join(import.meta.dirname, '../../../../../test/schemas/coverage-04.dtd'), 'utf8')
  const written = (some: typeof report) => coverageAsCobertura(some, { pathOf: path => path, root: '.', now: 0 })

  it.each([
    ['in part', report],
    ['of everything', whole],
    ['without tests', none],
    ['of nothing', empty],
    ['of two files', two],
  ])('%s is as its DTD says', (_, report) => {
    expect(dtdMismatches(dtd, written(report))).toEqual([])
  })

  it('has rates and branches', () => {
    const xml = written(report)
    const totals =
      'line-rate="0.75" branch-rate="0.4285" lines-covered="6" lines-valid="8" branches-covered="6" branches-valid="14"'
    expect(xml).toContain(`<coverage ${totals} complexity="0" version="merit" timestamp="0">`)
    expect(xml).toContain(
      'name="a &amp; &quot;b&quot;.merit" filename="models/a &amp; &quot;b&quot;.merit" line-rate="0.75"',
    )
    expect(xml).toContain('<line number="7" hits="1" branch="false"/>')
    const [first, second] = ['0" type="jump" coverage="50%"', '1" type="jump" coverage="100%"']
    expect(xml).toContain(
      `<line number="15" hits="1" branch="true" condition-coverage="66% (2/3)"><conditions><condition number="${first}/><condition number="${second}/></conditions></line>`,
    )
  })

  it.each([
    ['an attribute that is missing', (xml: string) => xml.replace(/ complexity="0"/, ''), 'coverage lacks complexity.'],
    ['one too many', (xml: string) => xml.replace('<lines>', '<lines a="1">'), 'lines has a.'],
    [
      'an element in the wrong place',
      (xml: string) => xml.replace('<methods/>', ''),
      'class is (methods,lines), not <lines>.',
    ],
    [
      'an element of no such name',
      (xml: string) => xml.replace('<methods/>', '<methods/><x/>'),
      'There is no element x.',
    ],
  ])('is refused with %s', (_, broken, problem) => {
    expect(dtdMismatches(dtd, broken(written(report)))).toContain(problem)
  })
})

it('coverage as data has every outcome, with a lead for what was not seen', () => {
  const [file] = coverageAsData(report).files
  expect(coverageAsData(report)).toMatchObject({ percent: 55, covered: 11, all: 20, impossible: 3 })
  expect(file?.statements[0]).toMatchObject({
    kind: 'rule',
    name: 'when size >= 0 add 1',
    of: 's',
    start: { line: 6, column: 3 },
  })
  expect(file?.statements.at(-4)?.goals[1]).toEqual({
    kind: 'condition',
    text: 'plan = free',
    start: { line: 13, column: 8 },
    end: { line: 13, column: 19 },
    outcomes: [
      {
        outcome: 'true',
        seen: 0,
        witness: { lead: { size: 0, plan: 'free' }, now: expect.any(String), words: expect.any(String) },
      },
      { outcome: 'false', seen: 1 },
      { outcome: 'unknown', seen: 0, witness: expect.anything() },
    ],
  })
})

it('coverage as a part of a page', () => {
  const page = coverageAsMarkdown(two).split('\n')
  expect(page.slice(5)).toEqual([
    '',
    '<details><summary>Not covered: 5 statements</summary>',
    '',
    '- `b.merit:1` on visit add 1: never matched',
    '- `x/a.merit:7` points by plan: else: never applied',
    '- `x/a.merit:11` when plan = pro and size \\> 3 multiply by 50%: plan = pro: never false, plan = pro: never unknown, size \\> 3: never false',
    '- `x/a.merit:13` when plan = free add 2: never matched, never unknown',
    '- `x/a.merit:15` g A: never matched',
    '',
    '</details>',
  ])
  expect(page.slice(0, 5)).toEqual([
    '| coverage | all | statements | conditions | thresholds | bands |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    '| `b.merit` | 0% | 0 of 1 | – | – | – |',
    '| `x/a.merit` | 55% | 4 of 6 | 4 of 9 | 2 of 3 | 1 of 2 |',
    '| all files | 52.3% | 4 of 7 | 4 of 9 | 2 of 3 | 1 of 2 |',
  ])
})

it.each([
  [{ covered: 0, all: 0 }, '100%'],
  [{ covered: 2999, all: 3000 }, '99.9%'],
  [{ covered: 7, all: 8 }, '87.5%'],
  [{ covered: 0, all: 3 }, '0%'],
])('%j is %s', (share, text) => {
  expect(percentText(share)).toBe(text)
})
