import { describe, expect, it } from 'vitest'
import { Spelling } from './spelling.ts'
import { asking } from './testing.ts'
import { formulaOf } from './translate.ts'

/** Of two conditions: in which ways they cannot be. */
function impossible(one: string, other: string): readonly string[] {
  const { atoms, program } = asking([one, other])
  const spelling = new Spelling(atoms.map(atom => formulaOf(atom, program.values)))
  return ['FF', 'FT', 'TF', 'TT'].filter(ways => spelling.isContradiction([0, ways[0] === 'T'], [1, ways[1] === 'T']))
}

describe('what tests of spelling say of each other', () => {
  const cases: readonly [one: string, other: string, ways: readonly string[]][] = [
    ['t starts with "/p1"', 't starts with "/p12"', ['FT']],
    ['t starts with "/p1"', 't starts with "/p2"', ['TT']],
    ['t like "/p1*"', 't starts with "/p12"', ['FT']],
    ['t like "/p1*a"', 't starts with "/p12"', []],
    ['t like "/p1?"', 't like "/p2*"', ['TT']],
    ['t ends with "ab"', 't ends with "b"', ['TF']],
    ['t ends with "ab"', 't ends with "ac"', ['TT']],
    ['t ends with "ab"', 't starts with "ab"', []],
    ['t contains "b"', 't ends with "ab"', ['FT']],
    ['t contains "ab"', 't ends with "ab"', ['FT']],
    ['t contains "ab"', 't contains "b"', ['TF']],
    ['t contains "ab"', 't contains "cd"', []],
    ['t contains word "vp"', 't contains word "svp"', []],
    ['t contains word "vp"', 't contains word "a vp"', ['FT']],
    ['t contains word "vp"', 't contains "vp"', ['TF']],
    ['t contains word "level4"', 't contains word "level44"', ['FT']],
    ['t contains any of ["ab", "cd"]', 't contains any of ["b", "d"]', ['TF']],
    ['t contains any of ["ab", "cd"]', 't contains "b"', []],
    ['t = "vp"', 't = "ceo"', ['TT']],
    ['t in ["vp", "svp"]', 't ends with "vp"', ['TF']],
    ['t in ["vp", "svp"]', 't contains word "vp"', []],
    ['t = "vp"', 't contains word "vp"', ['TF']],
    ['t = "b@a"', 'domain(t) = "a"', []],
    ['domain(t) = "a"', 'domain(t) = "b"', ['TT']],
    ['t contains "a" and t contains "b"', 't contains "a"', []],
  ]
  it.each(cases)('%s, %s: %j', (one, other, ways) => {
    expect(impossible(one, other)).toEqual(ways)
  })
})
