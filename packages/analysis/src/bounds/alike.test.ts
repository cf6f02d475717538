import type { Rule } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../../test/pipeline.ts'
import { spaceOf } from '../space/build.ts'
import { kindsFor } from './alike.ts'

const lead = 'lead { employees: integer 0..  country: one of [DE, AT, US]  customer: boolean }'
/** Cut `employees` into four classes. */
const others = 'when employees > 10 add 1\nwhen employees > 20 add 1\nwhen employees > 30 add 1'

/** The kinds of the classes of `employees`, unknown last. */
function kindsOf(rule: string): string {
  const program = compile(`${lead}\n${rule}\n${others}`)
  const space = spaceOf(program)
  const [score] = program.scores
  const item = score?.kind === 'rules' ? (score.block.items[0] as Rule) : undefined
  const [variable = -1] = space.variablesOf[0] ?? []
  const classes = space.variables[variable]?.classes.map((_, index) => index) ?? []
  return item ? kindsFor(item, variable, classes, space).of.join(' ') : ''
}

describe('classes that a rule does not tell apart', () => {
  it.each<[rule: string, kinds: string]>([
    ['when employees > 20 add 5', '0 0 1 1 0'],
    ['when not employees > 20 add 1', '0 0 1 1 0'],
    ['when employees > 20 and country = DE add 1', '0 0 1 1 0'],
    ['when employees > 10 and not employees > 30 add 1', '0 1 1 0 0'],
    ['when country = DE add 1', '0 0 0 0 0'],
  ])('%s: %s', (rule, kinds) => {
    expect(kindsOf(rule)).toBe(kinds)
  })

  it('are each of a kind where points depend on the value', () => {
    const kinds = kindsOf('when country = DE add employees / 10').split(' ')
    expect(new Set(kinds).size).toBe(kinds.length)
  })
})
