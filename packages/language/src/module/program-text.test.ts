import type { Expr, Program } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { programText } from './program-text.ts'

function programOf(text: string): Program {
  const { lowered } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(text)
  return lowered.program
}

/** The program that the text of a program is. */
function run(of: Program): Program {
  const { operations, program } = programText(of)
  return new Function(`${operations}\nreturn (${program})`)()
}

const model = `
lead { a: number b: text }
event e { x: number }
score total floor 0 { on e(x >= 5) within 3d add 2 once per day decay 30d 
  when a >= 5 and b = "</script>" add 1
  when a >= 5 add 2 as "two\u2028lines */ </script> //"
  points by a { < 3: 1 else: 2 } }
`

/** Without what only people read. */
const scoring = (program: Program) =>
  JSON.parse(
    JSON.stringify({ ...program, promises: [] }, (key, value) =>
      ['doc', 'source', 'text'].includes(key) && typeof value === 'string'
        ? ''
        : ['parts', 'reads'].includes(key)
          ? []
          : key === 'subject'
            ? undefined
            : value,
    ),
  )

describe('the text of a program', () => {
  it('is the program, without what only people read', () => {
    expect(run(programOf(model))).toEqual(scoring(programOf(model)))
  })

  it('has one object for equal operations', () => {
    const { scores } = run(programOf('lead { a: number }\nwhen a >= 5 add 1 as "x"\nwhen a >= 5 and a < 9 add 2'))
    const [first, second] = scores.flatMap(score => (score.kind === 'rules' ? score.block.items : []))
    if (first?.kind !== 'rule' || second?.kind !== 'rule') throw new Error('two rules')
    const both = second.cases[0]?.when?.expr
    expect(both?.op === 'and' && both.of[0]).toBe(first.cases[0]?.when?.expr)
  })

  it('says which line each rule is, on one line', () => {
    expect(programText(programOf(model)).program).toContain(
      '\n// model.merit:6: two lines * / < /script> //\n{ kind: "rule"',
    )
  })

  it('nests no operation, however deep', () => {
    const nested = (depth: number): Expr => (depth === 0 ? { op: 'now' } : { op: 'abs', of: nested(depth - 1) })
    const { values } = run({ ...programOf(model), values: [nested(1000)] })
    let depth = 0
    for (let at = values[0]; at?.op === 'abs'; at = at.of) depth++
    expect(depth).toBe(1000)
  })
})
