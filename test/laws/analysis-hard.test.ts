/** Models made to be hard end within bounds that are counted, and what is said of them is still not contradicted. */
import { readLead } from '@merit-lang/runtime'
import { runOf, toPoints } from '@merit-lang/runtime/reference'
import { expect, it } from 'vitest'
import { analyse } from '../../packages/analysis/src/analysis.ts'
import { now } from '../generators/index.ts'
import { compile } from '../pipeline.ts'

/** Numbers that look random and are the same every time. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 10) % sides
  }
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const lead = (attributes: readonly string[]) => `lead {\n${attributes.join('\n')}\n}\n`
const rules = (count: number, rule: (index: number) => string) =>
  times(count, i => `${rule(i)} as "rule ${i}"`).join('\n')

/** Any two of the attributes are in some rule together. */
function coupledPairs(attributes: number, count: number): string {
  const roll = diceOf(7)
  const values = ['x', 'y', 'z']
  const test = () => `a${roll(attributes)} = ${values[roll(3)]}`
  return (
    lead(times(attributes, i => `a${i}: one of [x, y, z]`)) +
    `score s cap 60 {\n${rules(count, () => `when ${test()} and ${test()} add (${roll(21) - 10})`)}\n}\nqualify M at 60`
  )
}

/** Each of so many pigeons is in a hole, and no two in one: impossible, which no interval shows. */
function pigeons(count: number): string {
  const holes = times(count - 1, i => `h${i}`)
  const pairs = times(count, i => times(i, j => holes.map(hole => `(p${i} = ${hole} and p${j} = ${hole})`))).flat(2)
  return `${lead(times(count, i => `p${i}: one of [${holes.join(', ')}] required`))}when not (${pairs.join(' or ')}) add 10\nqualify M at 10`
}

const models: readonly (readonly [string, string])[] = [
  ['200 rules on pairs of 30 attributes', coupledPairs(30, 200)],
  ['seven pigeons in six holes', pigeons(7)],
  [
    'texts that imply each other in a chain',
    `${lead(['t: text'])}${rules(24, i => `when t contains "${'ab'.repeat(i + 1)}" and not t ends with "${'ba'.repeat(24 - i)}" add ${i - 10}`)}`,
  ],
  [
    'many windows on one event',
    `event visit { path: text }\n${rules(40, i => `when at least ${(i % 4) + 1} visit within ${i + 1}d older than ${(i % 3) + 1}h add ${(i % 9) - 4}`)}`,
  ],
  [
    'huge numbers',
    `${lead(['n: number', 'm: number'])}when n * m > 1_000_000_000_000_000 add (n * n)\nwhen n - m < 0.000001 subtract (m / n)\nwhen n / m > n add 900000000`,
  ],
]

it.each(models)('%s', (_, text) => {
  const program = compile(text)
  const analysis = analyse(program)
  const ranges = program.scores.map((_, index) => analysis.score(index))
  const verdict = program.stages.length > 0 ? analysis.possible({ op: 'stage', index: 0 }) : undefined
  const roll = diceOf(11)
  for (let i = 0; i < 200; i++) {
    const run = runOf(program, readLead(program, anyLead(program.attributes, roll)), now)
    for (const [index, { low, high }] of ranges.entries()) {
      expect(toPoints(run.score(index))).toBeGreaterThanOrEqual(low.points)
      expect(toPoints(run.score(index))).toBeLessThanOrEqual(high.points)
    }
    if (verdict?.kind === 'impossible') expect(run.stage(0)).toBe(false)
  }
})

function anyLead(attributes: ReturnType<typeof compile>['attributes'], roll: (sides: number) => number) {
  const values = attributes.map(({ name, type }) => {
    if (type.kind === 'enum') return [name, type.values?.[roll(type.values.length)]]
    return [name, type.kind === 'text' ? 'ab'.repeat(roll(30)) : [1e12, -1e9, 0, 1e-7, 3][roll(5)]]
  })
  const at = () => new Date(now - roll(45) * 86_400_000 - roll(3_600_000)).toISOString()
  return { ...Object.fromEntries(values), events: times(roll(6), () => ({ type: 'visit', at: at(), path: '/' })) }
}
