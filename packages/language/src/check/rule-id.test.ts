import { describe, expect, it } from 'vitest'
import type { RuleDecl } from '../syntax/ast.ts'
import { parse } from '../syntax/parse.ts'
import { ruleId } from './rule-id.ts'

const idOf = (text: string) => ruleId(parse({ path: 'model.merit', text }).ast.statements[0] as RuleDecl).id

describe('what identifies a rule', () => {
  it('is its label where it has one', () => {
    expect(idOf('on a add 5 as "Visits"')).toBe('Visits')
  })

  const texts: readonly (readonly [written: string, id: string])[] = [
    ['when a   and not(b or c)  add -5', 'when a and not (b or c) add -5'],
    ['on a( path="/x" ,n>=3 )# why\n  add 5', 'on a(path = "/x", n >= 3) add 5'],
    ['points by n { 1..2 : 5, > 2: -1 }', 'points by n { 1..2: 5 > 2: -1 }'],
    ['when a in [ X,Y ] and lead.b - 3 > min( a ,2 ) add 5', 'when a in [X, Y] and lead.b - 3 > min(a, 2) add 5'],
    ['when t = "a  # b" add 5', 'when t = "a  # b" add 5'],
    ['when d before 2026-06-01T09:30:00Z subtract 25%', 'when d before 2026-06-01T09:30:00Z subtract 25%'],
  ]
  it.each(texts)('is the text %s spaced as %s', (written, id) => {
    expect(idOf(written)).toBe(id)
  })
})
