import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maximum, type Table, tabulate } from './sums.ts'

const sizes = [2, 3, 2, 4, 3]
const sizeOf = (variable: number) => sizes[variable] as number

const scopes = fc.uniqueArray(fc.nat(sizes.length - 1), { minLength: 1, maxLength: 3 })
const tables = fc.array(
  fc
    .tuple(scopes, fc.infiniteStream(fc.integer({ min: -9, max: 9 })))
    .map(([scope, numbers]) => tabulate(scope, sizeOf, () => numbers.next().value as number)),
  { maxLength: 8 },
)

function sumAt(parts: readonly Table[], places: readonly number[]): number {
  return parts.reduce((sum, { scope, values }) => {
    let [index, stride] = [0, 1]
    for (const variable of scope) {
      index += (places[variable] as number) * stride
      stride *= sizeOf(variable)
    }
    return sum + (values[index] as number)
  }, 0)
}

function everyWay(): number[][] {
  return sizes.reduce<number[][]>(
    (ways, size) => ways.flatMap(way => Array.from({ length: size }, (_, i) => [...way, i])),
    [[]],
  )
}

test('the maximum is that of trying everything, and its picks attain it', () => {
  fc.assert(
    fc.property(tables, parts => {
      const { value, picks } = maximum(parts, sizeOf, 1000)
      expect(value).toBe(Math.max(...everyWay().map(places => sumAt(parts, places))))
      expect(
        sumAt(
          parts,
          sizes.map((_, variable) => picks.get(variable) ?? 0),
        ),
      ).toBe(value)
    }),
  )
})

test('where tables may not grow it is no less', () => {
  fc.assert(
    fc.property(tables, parts => {
      const greatest = Math.max(...everyWay().map(places => sumAt(parts, places)))
      expect(maximum(parts, sizeOf, 4).value).toBeGreaterThanOrEqual(greatest)
    }),
  )
})
