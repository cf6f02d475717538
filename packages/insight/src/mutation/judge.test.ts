import { compile } from '@merit-lang/language'
import { expect, it } from 'vitest'
import { Judge } from './judge.ts'

const model = `lead { employees: integer 0..  customer: boolean  plan: one of [Free, Paid] }
event visit

score fit cap 30 {
  when employees >= 100 add 20
  when plan = Paid add 5 as "Pays"
  when employees >= 0 and employees < 10 subtract 1
}
qualify MQL at 20 of fit
disqualify "customer" when customer
promise never MQL when customer

test "large" {
  lead { employees: 100  plan: Free }
  expect fit = 20
  expect rule "when employees >= 100 add 20" matched
}
test "small" { lead { employees: 5 } expect fit < 0 }
`

/** What becomes of each mutant of a place, as `before → after: verdict by`. */
function judged(name: string, isWanted?: (name: string) => boolean) {
  const { model: checked, lowered } = compile({ path: 'model.merit', text: model })
  if (!checked || !lowered) throw new Error('The model has errors.')
  const judge = new Judge(checked, lowered, { isWanted })
  const place = judge.places.find(one => one.name === name)
  if (!place) throw new Error(judge.places.map(one => one.name).join(', '))
  const judgements = [...judge.judgements(place)]
  return place.mutants.map((mutant, i) => ({ ...mutant, ...judgements[i] }))
}

const briefly = (...asked: Parameters<typeof judged>) =>
  judged(...asked).map(({ before, after, verdict, by = '' }) => `${before} → ${after}: ${verdict} ${by}`.trim())

it('is noticed where a test fails; a rule that is named by its text keeps its name', () => {
  expect(briefly('when employees >= 100 add 20')).toEqual([
    'when employees >= 100 add 20 → : noticed large',
    'employees >= 100 → not (employees >= 100): noticed large',
    'employees >= 100 → employees > 100: noticed large',
    'employees >= 100 → employees >= 99: missed',
    'add 20 → add 21: noticed large',
    'add 20 → add 19: noticed large',
  ])
})

it('is missed where no test fails, and one that would is suggested once for all that it shows', () => {
  const found = judged('Pays')
  expect(found.map(({ verdict }) => verdict)).toEqual(['missed', 'noticed', 'missed', 'missed'])
  expect(new Set(found.flatMap(({ suggestion }) => suggestion ?? []))).toEqual(
    new Set(['test "Pays: counts" {\n  now 2026-06-01T12:00:00Z\n  lead { plan: Paid }\n  expect fit = 5\n}\n']),
  )
})

it('is alike where no lead could tell', () => {
  expect(briefly('when employees >= 0 and employees < 10 subtract 1')).toContain(
    'employees >= 0 → employees >= -1: alike',
  )
})

it('is noticed where a promise is broken', () => {
  expect(briefly('customer')).toContain(
    'disqualify "customer" when customer → : noticed promise never MQL when customer',
  )
})

it('is noticed by none of the tests that are not run', () => {
  expect(briefly('when employees >= 100 add 20', name => name === 'small')).toContain('add 20 → add 21: missed')
})
