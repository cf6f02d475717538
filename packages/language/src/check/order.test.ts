import { describe, expect, it } from 'vitest'
import { topological } from './order.ts'

const order = (graph: Record<string, string>) => topological(Object.keys(graph), node => [...(graph[node] ?? '')])

describe('the order of definitions', () => {
  it('puts each after those that it is built on, and keeps the given order otherwise', () => {
    expect(order({ a: 'c', b: '', c: 'd', d: '' })).toEqual({ order: ['d', 'c', 'a', 'b'], cycles: [] })
  })

  it('shows a cycle as the path that leads back', () => {
    expect(order({ a: 'b', b: 'c', c: 'b' })).toEqual({ order: ['c', 'b', 'a'], cycles: [['b', 'c']] })
    expect(order({ a: 'a' })).toEqual({ order: ['a'], cycles: [['a']] })
  })
})
