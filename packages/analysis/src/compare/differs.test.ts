import { check, lower } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { differs } from './differs.ts'
import { seenBy } from './seen.ts'

const lead = `lead {
  industry: one of [SaaS, Fintech, Retail]
  employees: integer 0..
  title: text
}
event visit { path: text }
`

function programOf(text: string): Program {
  const { model, diagnostics } = check({ path: 'model.merit', text: lead + text })
  if (!model) throw new Error(JSON.stringify(diagnostics.map(({ name, params }) => [name, params])))
  return lower(model).program
}

/** Rules enough that no two thresholds are far from each other. */
const rules = Array.from({ length: 40 }, (_, i) =>
  i % 2 === 0
    ? `  when employees >= ${i} add ${1 + (i % 7)}`
    : `  on visit(path like "/p${i}*") add ${1 + (i % 5)} decay ${7 + i}d`,
).join('\n')

const large = `score total floor 0 cap 100 {\n${rules}\n  when industry = SaaS and title contains "vp" subtract 4\n}\nqualify at 50`

describe('two models', () => {
  it.each<[string, string, string, string]>([
    ['alike in form', 'on visit add 5', 'on visit add 5 as "label"', 'alike'],
    ['alike by proof', 'when employees > 5 add 5', 'when employees > 5 and employees > 3 add 5', 'alike'],
    ['with other points', large, large.replace('subtract 4', 'subtract 5'), 'total'],
    ['with another number in a condition', large, large.replace('>= 20', '>= 21'), 'total'],
    ['with another decay', large, large.replace('decay 10d', 'decay 11d'), 'total'],
    ['with another cap', large, large.replace('cap 100', 'cap 99'), 'total'],
    ['with another threshold', large, large.replace('at 50', 'at 51'), 'qualified'],
    ['with a rule less', large, large.replace('  when employees >= 6 add 7\n', ''), 'total'],
    ['with a stage more', large, `${large}\nqualify Hot at 80`, 'Hot'],
    ['of which one disqualifies', 'on visit add 5', 'on visit add 5\ndisqualify "small" when employees < 5', 'small'],
  ])('%s', (_, before, after, expected) => {
    const found = differs(programOf(before), programOf(after))
    expect(found.kind === 'different' ? found.outcome : found.kind).toBe(expected)
  })
})

it('shows it with a lead', () => {
  const [before, after] = [programOf(large), programOf(large.replace('at 50', 'at 51'))]
  const found = differs(before, after)
  if (found.kind !== 'different') throw new Error(found.kind)
  expect([before, after].map(program => seenBy(program, found.witness, 'stage', 'qualified'))).toEqual([true, false])
})

it('says so where the budget was too small', () => {
  const [before, after] = ['>= 50', '> 49'].map(bound =>
    programOf(`${large}\nqualify Big when total > 60 and count of visit ${bound}`),
  ) as [Program, Program]
  expect(differs(before, after, { boxes: 1, effort: 1 }).kind).toBe('undecided')
})
