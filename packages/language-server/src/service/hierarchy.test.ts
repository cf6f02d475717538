import { describe, expect, it } from 'vitest'
import { type Connection, readBy, readersOf, symbolsAt } from './hierarchy.ts'
import { placeOf } from './testing.ts'

const shown = (connections: readonly Connection[]) =>
  connections.map(({ symbol: { kind, name }, spans }) => `${kind} ${name} × ${spans.length}`)

const text = `lead { size: integer  industry: one of [SaaS] }
event page { path: text }
let ▮large = 500
segment big when size > large or size > 2 * large
score fit {
  when big and industry = SaaS add 1 as "Big"
  on page(path = "a") add large
}
qualify M at large of fit
test "t" { lead { size: 3 } expect fit = 0 }
`
const at = (name: string) => placeOf(text.replace('▮', '').replace(name, `▮${name}`))

describe('what reads', () => {
  it.each([
    ['large', ['segment big × 2', 'rule on page(path = "a") add large × 1', 'stage M × 1']],
    ['big', ['rule Big × 1']],
    ['fit', ['stage M × 1', 'test t × 1']],
    ['size', ['segment big × 2', 'test t × 1']],
    ['SaaS', ['rule Big × 1']],
  ])('%s', (name, expected) => {
    expect(shown(readersOf(at(name)))).toEqual(expected)
  })
})

describe('what is read by', () => {
  it.each([
    ['big', ['attribute size × 2', 'let large × 2']],
    ['when big and', ['segment big × 1', 'attribute industry × 1']],
    ['fit', ['segment big × 1', 'attribute industry × 1', 'event page × 1', 'property path × 1', 'let large × 1']],
    ['large', []],
  ])('%s', (name, expected) => {
    expect(shown(readBy(at(name)))).toEqual(expected)
  })
})

it.each([
  ['> large', 'segment big'],
  ['large or', 'let large'],
  ['add 1', 'rule Big'],
])('at %s stands the %s', (name, expected) => {
  expect(symbolsAt(at(name)).map(symbol => `${symbol.kind} ${symbol.name}`)).toEqual([expected])
})
