/** Whatever the checker lets through is lowered to a program in which no operation can meet a wrong kind of value. */
import type { Program } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { model, render } from '../generators/index.ts'
import { compile } from '../pipeline.ts'
import { typeProblems } from './kinds.ts'
import { runs } from './settings.ts'

describe('a lowered program', () => {
  it('is well typed everywhere', () => {
    fc.assert(
      fc.property(model, parts => {
        expect(typeProblems(compile(render(parts)))).toEqual([])
      }),
      runs(150),
    )
  })

  it('that were not well typed would be found out', () => {
    const program = compile('lead { title: text }\nwhen title contains "vp" add 1')
    const text = JSON.stringify(program).replaceAll('"kind":"text"', '"kind":"number","integer":false')
    expect(typeProblems(JSON.parse(text) as Program).join()).toContain('fold wants text and gets number')
  })
})
