import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { renderDiagnostic } from '../diagnostics/render.ts'
import { runTest } from './run.ts'

function outcomeOf(model: string, test: string) {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text: `${model}\ntest "t" {\n${test}\n}` })
  const [first] = lowered?.tests ?? []
  if (!lowered || !first) throw new Error(diagnostics.map(one => renderDiagnostic(one)).join('\n\n'))
  return runTest(lowered, first)
}

const failuresOf = (model: string, test: string) => outcomeOf(model, test).failures
const briefly = (model: string, test: string) =>
  failuresOf(model, test).map(({ at, expected, actual }) => [at, expected, actual])

const model = `lead {
  industry: one of [SaaS, Retail]
  employees: integer 0..
  customer: boolean
}
event visit
score fit {
  when industry = SaaS add 50 as "Software"
  when employees > 100 add 10 as "Size"
  when customer multiply by 50% as "Customer"
}
score heat { on visit add 20 decay 30d }
grade tier from fit { A at 50  else B }
qualify MQL at 50 of fit when heat > 10
disqualify "customer" when customer`

describe('a test that holds', () => {
  it('passes, now and later', () => {
    const test = `now 2026-06-01
lead { industry: SaaS }
event visit 0d ago
expect fit = 50 and heat = 20
expect tier = A
expect MQL
expect not disqualified
expect rule "Software" matched
expect rule "Size" input missing
expect rule "Customer" input missing
expect in 30d heat = 10
expect in 30d not MQL`
    expect(outcomeOf(model, test)).toEqual({ name: 't', passed: true, failures: [] })
  })
})

describe('a test that does not hold', () => {
  it('says what is, and how it comes about', () => {
    const [failure, ...others] = failuresOf(model, 'lead { industry: SaaS }\nexpect fit = 65')
    expect(others).toEqual([])
    expect(failure).toMatchObject({
      text: 'expect fit = 65',
      at: '2026-01-01T00:00:00Z',
      expected: 'fit = 65',
      actual: 'fit is 50',
      explanation: { scores: [{ name: 'fit', points: 50, items: [{ id: 'Software' }, { id: 'Size' }] }], stages: [] },
    })
    expect(failure?.span.source.text.slice(failure.span.start, failure.span.end)).toBe('expect fit = 65')
  })

  it('at a later instant says which', () => {
    expect(briefly(model, 'event visit 10d ago\nexpect in 20d heat > 15')).toEqual([
      ['2026-01-21T00:00:00Z', 'in 20d heat > 15', 'heat is 10'],
    ])
  })

  it('of a stage shows its lines with what they saw', () => {
    const [failure] = failuresOf(model, 'lead { industry: SaaS }\nexpect MQL')
    expect(failure?.actual).toBe('MQL is false')
    expect(failure?.explanation?.stages).toMatchObject([
      {
        name: 'MQL',
        lines: [
          {
            holds: false,
            saw: [
              { text: 'fit at 50', holds: true },
              { text: 'heat > 10', holds: false },
            ],
          },
        ],
      },
    ])
  })

  it('of a stage that a disqualification takes away shows that too', () => {
    const [failure] = failuresOf(
      model,
      'lead { industry: SaaS, employees: 500, customer: true }\nevent visit 0d ago\nexpect MQL',
    )
    expect(failure?.explanation?.disqualifications).toMatchObject([{ reason: 'customer', holds: true }])
  })

  it('of a grade shows its cases', () => {
    const [failure] = failuresOf(model, 'lead { industry: Retail }\nexpect tier = A')
    expect(failure).toMatchObject({ actual: 'tier is B', explanation: { grades: [{ name: 'tier', label: 'B' }] } })
  })

  it('of a rule says its outcome', () => {
    const [failure] = failuresOf(model, 'lead { industry: Retail }\nexpect rule "Software" matched')
    expect(failure).toMatchObject({
      expected: 'rule "Software" matched',
      actual: 'not matched',
      explanation: { rules: [{ id: 'Software', outcome: 'not matched' }] },
    })
  })

  it('of a disqualification says the reasons', () => {
    const customer = 'lead { customer: true }\n'
    expect(briefly(model, `${customer}expect not disqualified`)).toMatchObject(
      [[{}, 'not disqualified', 'disqualified: customer']].map(([, ...rest]) => [expect.any(String), ...rest]),
    )
    expect(failuresOf(model, `${customer}expect disqualified "customer"`)).toEqual([])
    expect(failuresOf(model, 'expect disqualified')).toMatchObject([{ actual: 'not disqualified' }])
  })

  it.each(['when employees>5 and customer', 'when employees > 5\n  and   customer # yes'])(
    'of a disqualification without a reason names its condition, however it is laid out: %j',
    condition => {
      const text = 'lead { employees: 9 customer: true }\nexpect disqualified "employees > 5 and customer"'
      expect(failuresOf(model.replace(/disqualify.*/, `disqualify ${condition}`), text)).toEqual([])
    },
  )

  it('fails once for each expectation', () => {
    expect(failuresOf(model, 'expect fit = 1\nexpect heat = 1\nexpect fit = 0')).toHaveLength(2)
  })
})

describe('promises', () => {
  const promising = `${model}\npromise never heat > 30 when industry = Retail\npromise always fit >= 0`

  it('are checked with the lead of each test, at each of its instants', () => {
    const visits = 'event visit 0d ago\nevent visit 0d ago\n'
    expect(failuresOf(promising, `lead { industry: SaaS }\n${visits}expect heat = 40`)).toEqual([])
    expect(briefly(promising, `lead { industry: Retail }\n${visits}expect in 30d heat = 20`)).toEqual([
      ['2026-01-01T00:00:00Z', 'promise never heat > 30 when industry = Retail', 'this lead breaks the promise'],
    ])
  })
})

describe('the data of a test', () => {
  const required = 'lead { email: text required }\nwhen email is known add 5'

  it('must be as declared', () => {
    expect(failuresOf(required, 'expect total = 0')).toMatchObject([{ text: 'email' }])
  })

  it('may lack what the test says is unknown', () => {
    expect(failuresOf(required, 'lead { email: unknown }\nexpect total = 0')).toEqual([])
  })
})

describe('a model that this version cannot score', () => {
  it('fails its tests and says why', () => {
    const [failure] = failuresOf('when a > 1 add 1\nscore heat of account { when a > 2 add 1 }', 'expect total = 0')
    expect(failure?.actual).toContain('`of account`')
    expect(failure?.actual).toContain('line 2 of model.merit')
  })
})
