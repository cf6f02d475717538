import { compile } from '@merit-lang/language'
import type { Block, Expr, Program } from '@merit-lang/runtime'
import { evaluation, readLead } from '@merit-lang/runtime/reference'
import { describe, expect, it } from 'vitest'
import { analyse } from './analysis.ts'
import type { End, Range } from './claims.ts'

function programOf(text: string): Program {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(diagnostics.map(({ name }) => name).join())
  return lowered.program
}

const shown = ({ low, high }: Range) => `${endText(low, 'at least ')}…${endText(high, 'at most ')}`
const endText = ({ points, exact }: End, bound: string) => `${exact ? '' : bound}${points}`

const rangesOf = (text: string) => {
  const program = programOf(text)
  const { score } = analyse(program)
  return program.scores.map(({ name }, index) => `${name} ${shown(score(index))}`)
}

const industry =
  'lead { industry: one of [SaaS, Retail, Bank]  employees: integer 0..  title: text  customer: boolean }\n'

describe('the range of a score', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'of rules that cannot match together',
      `${industry}when industry = SaaS add 15\nwhen industry = Retail add 10`,
      ['total 0…15'],
    ],
    [
      'of rules on ranges of one number',
      `${industry}when employees < 10 subtract 5\nwhen employees >= 500 add 25\nwhen employees in 10..49 add 5`,
      ['total -5…25'],
    ],
    [
      'of rules that share attributes in pairs',
      `${industry}when industry = SaaS and customer add 10\nwhen industry = Retail and not customer add 7\nwhen customer subtract 4\nwhen employees > 5 add 1`,
      ['total -4…8'],
    ],
    ['of a table', `${industry}points by industry { SaaS: 30  Retail: 5  unknown: 2  else: -3 }`, ['total -3…30']],
    [
      'of points that depend on a value',
      'lead { score_now: number 0..50 }\nwhen score_now is known add 2 * score_now - 10',
      ['total -10…90'],
    ],
    [
      'of events of which the latest count, beside what is asked of all',
      'event buy { item: one of [u, v] }\nwhen any buy(v) add 2\non buy points by item { u: 2 v: -6 } at most 2 times',
      ['total -10…6'],
    ],
    [
      'of events and leads that must have what nothing reads',
      'lead { a: boolean required }\nevent visit { path: text required }\non visit add 2 once',
      ['total 0…2'],
    ],
    [
      'of a group under its cap',
      `${industry}group g cap 20 {\nwhen customer add 15\nwhen employees > 9 add 15\n}\nwhen customer subtract 10`,
      ['total 0…15'],
    ],
    [
      'of a floor above what leads can lose',
      `${industry}score fit floor 0 {\nwhen customer subtract 10\nwhen employees > 1 add 3\n}`,
      ['fit 0…3'],
    ],
    [
      'of multipliers',
      `${industry}when employees > 1 add 10\nwhen customer multiply by 300%\nwhen industry = Bank multiply by 50%`,
      ['total 0…30'],
    ],
    ['of a weight', `${industry}when customer add 10 weight 30%\nwhen not customer add 2`, ['total 2…3']],
    [
      'of a score that counts only for some',
      `${industry}score fit when industry = SaaS {\nwhen industry = Retail add 50\nwhen customer add 5\n}`,
      ['fit 0…5'],
    ],
    [
      'of texts, one of which is in the other',
      `${industry}when title contains "vp" add 10\nwhen title contains "vp marketing" add 5\nwhen title is not known subtract 1`,
      ['total -1…15'],
    ],
    [
      'of texts that exclude each other',
      `${industry}when title starts with "a" add 10\nwhen title starts with "b" add 5`,
      ['total 0…10'],
    ],
    [
      'of composed scores',
      `${industry}score a { when customer add 10 }\nscore b { when not customer add 10 }\nscore total = a + b`,
      ['a 0…10', 'b 0…10', 'total 10…10'],
    ],
    [
      'of composed scores with weights',
      `${industry}score a { points by industry { SaaS: 10  else: 0 } }\nscore b { when industry = Retail add 20 }\nscore total = 0.5 * a - 0.1 * b`,
      ['a 0…10', 'b 0…20', 'total -2…5'],
    ],
    ['of events without an end', 'on visit add 3', ['total 0…Infinity']],
    ['of events under a cap', 'on visit add 3 cap 10\non bounce subtract 2 floor -5', ['total -5…10']],
    [
      'of events that count once for each value',
      'event download { asset: one of [a, b, c] }\non download add 10 once per asset',
      ['total 0…40'],
    ],
    ['of the first events', 'on visit add 4 first 3', ['total 0…12']],
    ['of decays', 'on visit add 40 decay 30d once', ['total 0…40']],
    ['of decays after a while', 'on visit older than 30d add 40 decay 30d once', ['total 0…20']],
    ['of cool-downs', 'on visit within 7d add 5 cooldown 24h cap 100', ['total 0…35']],
    ['of events and their absence', 'on visit add 5 cap 20\nwhen no visit within 30d subtract 10', ['total -10…20']],
    ['of counts', 'when count of visit >= 5 add 10\nwhen count of visit <= 2 add 3', ['total 0…10']],
    [
      'of events that one rule wants and another does not',
      'on visit add 2 cap 4\nwhen any visit subtract 10',
      ['total -8…0'],
    ],
    ['of a number without an end', 'lead { pages: integer 0.. }\nwhen pages is known add pages', ['total 0…Infinity']],
    [
      'of dates',
      'lead { created: date }\nwhen created within 30d add 5\nwhen created older than 10d add 3',
      ['total 0…8'],
    ],
    ['of a decaying date', 'lead { created: date }\non created add 10 decay 7d', ['total 0…10']],
    [
      'of fixed dates',
      'lead { created: date }\nwhen created before 2020-01-01 add 5\nwhen created within 30d add 3',
      ['total 0…8'],
    ],
    [
      'of lists',
      'lead { interests: list of [a, b, c] }\nwhen interests contains any of [a, b] add 5 per match\nwhen interests contains c subtract 1',
      ['total -1…10'],
    ],
    [
      'of grades of an hour',
      'on visit(hour >= 9 and hour < 17) add 5 once\non visit(weekday in [Saturday, Sunday]) add 1 once',
      ['total 0…6'],
    ],
  ])('%s', (_, model, expected) => {
    expect(rangesOf(model)).toEqual(expected)
  })
})

describe('the range of a part', () => {
  it('is that of the rule where its blocks count, and of a group before its bounds', () => {
    const program = programOf(
      `${industry}score fit {\ngroup g cap 20 {\nwhen customer add 15\nwhen employees > 9 add 15\n}\n}`,
    )
    const { item, beforeBounds } = analyse(program)
    const [score] = program.scores
    const group = (score?.kind === 'rules' ? score.block.items[0] : undefined) as Block
    expect(shown(item(group))).toBe('0…20')
    expect(shown(beforeBounds(group))).toBe('0…30')
    expect(group.items.map(rule => shown(item(rule)))).toEqual(['0…15', '0…15'])
  })
})

/** The condition of the promise, which is the last line. */
function verdictOf(text: string): string {
  const program = programOf(text)
  const condition = program.promises.at(-1)?.condition.expr as Expr
  const verdict = analyse(program).possible(condition)
  if (verdict.kind !== 'possible') return verdict.kind
  const { lead, now } = verdict.witness
  expect(evaluation(program, readLead(program, lead), now).holds(condition)).toBe(true)
  return JSON.stringify(lead)
}

describe('whether there is a lead', () => {
  const scored = `${industry}score fit { when industry = SaaS add 30\nwhen employees >= 100 add 30\nwhen customer subtract 20 }\ngrade tier from fit { A at 50  B at 30  else C }\nqualify MQL at 60 of fit\ndisqualify "bank" when industry = Bank\n`
  it.each<[string, string, string]>([
    ['that two rules need', `${scored}promise never MQL`, '{"industry":"SaaS","employees":100}'],
    ['that a third rule keeps away', `${scored}promise never MQL and customer`, 'impossible'],
    ['of a grade', `${scored}promise never tier = A and customer`, 'impossible'],
    [
      'of the grade below',
      `${scored}promise never tier = B and customer`,
      '{"industry":"SaaS","employees":100,"customer":true}',
    ],
    ['in a stage that disqualification bars', `${scored}promise never MQL and industry = Bank`, 'impossible'],
    ['with a score between two values', `${scored}promise never fit in 1..20`, '{"industry":"SaaS","customer":true}'],
    ['with a score that no sum gives', `${scored}promise never fit in 11..29`, 'impossible'],
    [
      'that stays in a stage it could not enter now',
      'on visit add 10 decay 30d cap 10\nqualify Hot at 9 until below 2\npromise never Hot and total < 2',
      'impossible',
    ],
  ])('%s', (_, model, expected) => {
    expect(verdictOf(model)).toBe(expected)
  })
})
