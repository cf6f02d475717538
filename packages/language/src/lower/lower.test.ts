import { type Block, explain, type Rule, readLead } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { renderDiagnostic } from '../diagnostics/render.ts'

function lowered(text: string) {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(diagnostics.map(one => renderDiagnostic(one)).join('\n\n'))
  return lowered
}

const programOf = (text: string) => lowered(text).program
const revisionOf = (text: string) => programOf(text).revision

function blockOf(text: string): Block {
  const [score] = programOf(text).scores
  if (score?.kind !== 'rules') throw new Error('the first score has no rules')
  return score.block
}
const rulesOf = (text: string): readonly Rule[] => blockOf(text).items.filter(item => item.kind === 'rule')
const idsOf = (text: string) => rulesOf(text).map(({ id }) => id)
const partsOf = (condition: string) => rulesOf(`when ${condition} add 1`)[0]?.cases[0]?.when?.parts
const stepsOf = (text: string) => rulesOf(text).map(({ on }) => on?.steps.map(step => step.text))

const doubling = (count: number, definition: (before: string, i: number) => string) =>
  Array.from({ length: count }, (_, i) => definition(i === 0 ? 'start' : `n${i - 1}`, i)).join('\n')

describe('what is named is worked out once', () => {
  it('a `let` that is built on the one before, twice, sixty times', () => {
    const lets = doubling(60, (before, i) => `let n${i} = ${before} + ${before}`)
    const program = programOf(`let start = count of visit\n${lets}\nwhen n59 > 0 add n59\nwhen n58 > 0 add 1`)
    expect(program.values).toHaveLength(61)
    expect(JSON.stringify(program).length).toBeLessThan(20_000)
  })

  it('a segment that is built on the one before, twice, sixty times', () => {
    const segments = doubling(60, (before, i) => `segment n${i} when ${before} and not ${before}`)
    const program = programOf(`segment start when any visit\n${segments}\nwhen n59 add 1`)
    expect(program.values).toHaveLength(61)
    expect(JSON.stringify(program).length).toBeLessThan(20_000)
  })

  it('a derived event that is built on the one before, twice, sixty times', () => {
    const events = doubling(60, (before, i) => `event n${i} from ${before} then ${before} within 1d`)
    const program = programOf(`event start from visit or call\n${events}\non n59 add 1`)
    expect(program.sets).toHaveLength(61)
    expect(JSON.stringify(program).length).toBeLessThan(20_000)
  })

  it('a value that is repeated in its own test', () => {
    const nested = (inner: string) => Array.from({ length: 30 }).reduce((of: string) => `abs(${of} - 1)`, inner)
    const ofLead = programOf(`when ${nested('count of visit')} > 0 add 1`)
    const ofEvent = programOf(`on visit(${nested('seconds')} > 0) add ${nested('seconds')}`)
    expect(JSON.stringify([ofLead, ofEvent]).length).toBeLessThan(100_000)
  })

  it('once more in a block that resets, where it means something else', () => {
    const model = 'let visits = count of visit\nscore a {\n  when visits > 1 add visits\n  on stop reset\n}'
    expect(programOf(model).values).toHaveLength(1)
    expect(programOf(`${model}\nscore b { when visits > 1 add visits }`).values).toHaveLength(2)
  })

  it('constants are no values', () => {
    const { values } = programOf('let base = 2 * 3 + 1\nlet limit = base\nwhen visits > limit add base')
    expect(values).toEqual([])
  })
})

describe('a chain may be long', () => {
  it.each(['and', 'or'])('of %s', word => {
    const chain = Array.from({ length: 400 }, (_, i) => `n > ${i}`).join(` ${word} `)
    expect(rulesOf(`when ${chain} add 1`)[0]?.cases[0]?.when?.parts).toHaveLength(400)
  })
})

describe('the revision', () => {
  const model = 'when country = DE add 5\non visit within 30d add 10 cap 50\nqualify at 20'

  it('does not change with comments, line breaks, names for show and promises', () => {
    const dressed = `## Doc
model "A name"
when country = DE   # a comment
  add 5 as "From home"
on visit
  within 30d add 10 cap 50
promise never qualified when country = FR
qualify at 20
test "one" { expect total = 0 }`
    expect(revisionOf(dressed)).toBe(revisionOf(model))
  })

  it.each([
    ['points', model.replace('add 5', 'add 6')],
    ['a window', model.replace('30d', '31d')],
    ['a cap', model.replace('cap 50', 'cap 51')],
    ['a threshold', model.replace('at 20', 'at 21')],
    ['a value', model.replace('DE', 'AT')],
    ['a rule more', `${model}\nwhen country = CH add 5`],
    ['a time zone', `timezone "Europe/Berlin"\n${model}`],
    ['a reason', `${model}\ndisqualify "x" when country = FR`],
  ])('changes with %s', (_, changed) => {
    expect(revisionOf(changed)).not.toBe(revisionOf(model))
  })

  it('is twelve hexadecimal digits', () => {
    expect(revisionOf(model)).toMatch(/^[0-9a-f]{12}$/)
  })
})

describe('the name of a rule', () => {
  it('is its label, or its text however it was laid out', () => {
    expect(
      idsOf(`when country = DE add 5 as "From home"
on download( whitepaper )   # the big one
  add   40
points by industry {
  SaaS,Fintech : 30,
  else: 0
}`),
    ).toEqual(['From home', 'on download(whitepaper) add 40', 'points by industry { SaaS, Fintech: 30 else: 0 }'])
  })
})

describe('what explain shows of a condition', () => {
  it('its comparisons, in the order of the text', () => {
    const parts = partsOf('country = DE and not (employees > 10 or title contains "vp")')
    expect(parts?.map(({ text }) => text)).toEqual(['country = DE', 'employees > 10', 'title contains "vp"'])
    expect(parts?.map(({ reads }) => reads.map(({ text, as }) => [text, as]))).toEqual([
      [['country', 'text']],
      [['employees', 'number']],
      [['title', 'text']],
    ])
  })

  it('what a function, a table of events and a quantifier read', () => {
    const reads = (condition: string) => partsOf(condition)?.flatMap(part => part.reads.map(({ text }) => text))
    expect(reads('domain(email) = "a.com"')).toEqual(['domain(email)', 'email'])
    expect(reads('sum of seconds in visit within 7d > 10')).toEqual(['sum of seconds in visit within 7d'])
    expect(reads('no visit(path = "/x") within 7d')).toEqual(['visit(path = "/x") within 7d'])
    expect(reads('days since last visit > 3')).toEqual(['days since last visit'])
  })

  it('of a segment, what it reads', () => {
    const [rule] = rulesOf('segment big when employees > 10 and country = DE\nwhen big add 1')
    const [part] = rule?.cases[0]?.when?.parts ?? []
    expect(part?.text).toBe('big')
    expect(part?.reads.map(({ text }) => text)).toEqual(['employees', 'country'])
  })
})

describe('the steps of a rule on events', () => {
  it('come in their fixed order, with the defaults of the block', () => {
    expect(
      stepsOf(`score total {
  default cooldown 2h
  default within 90d
  on visit(path = "/x") older than 1d add 1 once per day first 5
  on visit add 1 no cooldown no within at most 3 times
  on stop reset
}`),
    ).toEqual([
      [
        'visit(path = "/x")',
        'since last stop',
        'cooldown 2h',
        'first 5',
        'older than 1d',
        'within 90d',
        'once per day',
      ],
      ['visit', 'since last stop', 'at most 3 times'],
    ])
  })
})

describe('what this version cannot run', () => {
  it('is listed with its line', () => {
    const { unsupported } = programOf('when a > 1 add 1\nscore heat of account { when a > 2 add 1 }')
    expect(unsupported).toEqual([
      { what: '`of account` (scores of accounts)', span: { path: 'model.merit', line: 2, column: 1 } },
    ])
  })
})

describe('tests', () => {
  it('add what they share to a program of their own', () => {
    const { program, testProgram, tests } = lowered(
      'let visits = count of visit\nwhen a > 1 add 1\ntest "t" { expect visits = 0 }',
    )
    expect(program.values).toEqual([])
    expect(testProgram.values).toHaveLength(1)
    expect({ ...testProgram, values: program.values }).toEqual(program)
    expect(tests).toHaveLength(1)
  })

  it('give their lead as data', () => {
    const [test] = lowered(`lead {
  industry: one of [SaaS]
  country: one of [DE] from "Country Code"
  company { tier: one of [A]  size: number }
  created: date
  interests: list of text
}
event download { asset: text  pages: integer from "page count" }
test "t" {
  now 2026-06-01T12:00:00Z
  lead { industry: SaaS, country: unknown, company { tier: A, size: -5 }, created: 2026-05-01, interests: ["a", "b"] }
  event download("x", pages: 3) 36h ago
  event download at 2026-05-01
  expect in 30d industry = SaaS
}`).tests
    expect(test).toMatchObject({
      name: 't',
      now: Date.parse('2026-06-01T12:00:00Z'),
      data: {
        industry: 'SaaS',
        'Country Code': null,
        'company.tier': 'A',
        'company.size': -5,
        created: '2026-05-01',
        interests: ['a', 'b'],
        events: [
          { type: 'download', at: '2026-05-31T00:00:00Z', properties: { asset: 'x', 'page count': 3 } },
          { type: 'download', at: '2026-05-01', properties: {} },
        ],
      },
      meantUnknown: ['country'],
      expectations: [{ kind: 'holds', text: 'expect in 30d industry = SaaS', after: 30 * 86_400_000 }],
    })
  })
})

describe('a chain of definitions may be as long as one likes', () => {
  const nested = (inner: string) => `${'not ('.repeat(20)}${inner}${')'.repeat(20)}`
  const chains: readonly (readonly [what: string, text: string])[] = [
    ['of `let`s', `let start = 1\n${doubling(3_000, (x, i) => `let n${i} = ${x} + a`)}\nwhen n2999 > 3000 add 5`],
    [
      'of segments',
      `segment start when a > 0\n${doubling(3_000, (x, i) => `segment n${i} when ${nested(`${x} or b`)}`)}\nwhen n2999 add 5`,
    ],
    [
      'of segments that are named twice',
      `segment start when a > 0\n${doubling(60, (x, i) => `segment n${i} when ${x} or (${x} and b)`)}\nwhen n59 add 5`,
    ],
    [
      'of derived events',
      `event start from visit\n${doubling(3_000, (x, i) => `event n${i} from 1 ${x} within 1d`)}\non n2999 add 5`,
    ],
  ]

  it.each(chains)('%s', (_, text) => {
    const { program } = lowered(text)
    const now = Date.parse('2026-06-02T00:00:00Z')
    const points = (data: object) => explain(program, readLead(program, data), now).scores.total
    expect(points({ a: 1, events: [{ type: 'visit', at: '2026-06-01T00:00:00Z' }] })).toBe(5)
    expect(points({})).toBe(0)
  })
})
