import { describe, expect, it } from 'vitest'
import { Search } from './search.ts'
import { asking } from './testing.ts'
import { formulaOf } from './translate.ts'

/** A shortest text for which all of the conditions hold. */
function shortest(conditions: readonly string[], left: number) {
  const { atoms, program } = asking(conditions)
  const formulas = atoms.map(atom => formulaOf(atom, program.values))
  const answer = new Search(formulas).shortest(
    formulas.map(formula => ({ formula, holds: true })),
    { left },
  )
  return typeof answer === 'string' ? answer : JSON.stringify(answer.text)
}

describe('the shortest text', () => {
  const cases: readonly [conditions: readonly string[], answer: string, left?: number][] = [
    [['not t contains "a"'], '"x"'],
    [['t contains "ab"', 't contains "bc"'], '"abc"'],
    [['t contains "aab"', 't starts with "aaa"'], '"aaab"'],
    [['t ends with "aba"', 't contains "bab"'], '"baba"'],
    [['t ends with "aba"', 't contains "abab"'], '"ababa"'],
    [['t contains word "a"', 't != "a"'], '"a-"'],
    [['t contains word "a"', 't contains "ba"'], '"a-ba"'],
    [['t contains word "é"', 't contains "ée"'], '"ée-é"'],
    [['t contains "a"', 'not t contains "a"'], 'none'],
    [['t in ["a", "abc"]', 't contains "b"'], '"abc"'],
    [['t like "a*b*c"', 'length(t) > 4'], '"axxbc"'],
    [['t like "a?c"', 't contains "bc"'], '"abc"'],
    [['t like "a?c"', 't contains "bb"'], 'none'],
    [['t matches "\\\\bvp\\\\b"', 't contains "xvp"'], '"xvp-vp"'],
    [['t matches "(?m)^b$"', 't != "b"'], '"b\\n"'],
    [['t matches "^[^ -~]+$"'], '"ª"'],
    [['length(t) * 2 > 7', 'length(t) <= 4'], '"xxxx"'],
    [['length(t) in 3..4', 'length(t) > 4'], 'none'],
    [['domain(t) = "b.com"'], '"@b.com"'],
    [['domain(t) = "b"', 't ends with " "'], '"@b "'],
    [['domain(t) = "b"', 't contains "@ "'], '"@ b"'],
    [['domain(t) = "b"', 't starts with "@a"'], '"@a@b"'],
    [['domain(t) = "b"', 't ends with "a"'], 'none'],
    [['domain(t) contains "b b"', 'length(domain(t)) > 3'], '"@xb b"'],
    [['domain(t) is not known', 't contains "@"'], '"@"'],
    [['not domain(t) contains "b"', 'domain(t) is known', 't contains "b"'], '"b@x"'],
    [['length(t) > 3000', 't contains "a"'], 'undecided', 1000],
  ]
  it.each(cases)('%j', (conditions, answer, left = 100_000) => {
    expect(shortest(conditions, left)).toBe(answer)
  })
})
