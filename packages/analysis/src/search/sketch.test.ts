import { expect, it } from 'vitest'
import { compile } from '../../../../test/pipeline.ts'
import { spaceOf } from '../space/build.ts'
import { atOnce } from '../steps.ts'
import { scorePoints } from './goal.ts'
import { sketching } from './sketch.ts'

const rules = Array.from({ length: 40 }, (_, i) => `when a${i} add 2`).join('\n')
const flags = `lead {\n${Array.from({ length: 40 }, (_, i) => `a${i}: boolean`).join('\n')}\n}\n`

const cases = [
  { model: `${flags}${rules}`, many: 0, side: -1, attributes: 0 },
  { model: `${flags}${rules}`, many: 8, side: 1, attributes: 4 },
  { model: `${flags}${rules}`, many: 9, side: 1, attributes: 16 },
  { model: `${flags}${rules}`, many: 80, side: 1, attributes: 40 },
  { model: `${flags}${rules}`, many: 81, side: 1, attributes: undefined },
  { model: `${flags}${rules}`, many: -1, side: -1, attributes: undefined },
] as const

it.each(cases)('of $many points, $side: with $attributes attributes', ({ model, many, side, attributes }) => {
  const goal = { ...scorePoints(0), enough: many * side * 1e6 }
  const found = atOnce(sketching(goal, side, spaceOf(compile(model))))
  expect(found && Object.keys(found.witness.lead).length).toBe(attributes)
  if (found) expect(found.value).toBeGreaterThanOrEqual(goal.enough)
})
