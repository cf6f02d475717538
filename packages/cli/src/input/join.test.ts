import { describe, expect, it } from 'vitest'
import { type Events, mapLeads } from './join.ts'
import type { LeadInput } from './leads.ts'

async function* leads(ids: readonly string[]): AsyncGenerator<LeadInput> {
  for (const [index, id] of ids.entries()) yield { index, line: index + 1, id, data: {} }
}

function events(leadsOfEvents: readonly string[]): Events {
  async function* rows() {
    for (const [at, lead] of leadsOfEvents.entries()) yield { lead, event: { type: 'x', at } }
  }
  return { rows: rows(), size: leadsOfEvents.length * 40 }
}

/** `id: places of its events`, in order, and how many events were strays. */
async function joined(ids: readonly string[], of: readonly string[], inMemory: number) {
  const rows: string[] = []
  let strays = 0
  const say = (lead: LeadInput) =>
    `${lead.id}: ${((lead.data.events ?? []) as { at: number }[]).map(e => e.at).join(' ')}`
  const options = { inMemory, onStray: (count: number) => (strays += count) }
  for await (const row of mapLeads(leads(ids), events(of), say, options)) rows.push(row)
  return { rows, strays }
}

describe('leads and a file of events', () => {
  const ids = ['a', 'b', 'c', 'a', 'd']
  const of = ['b', 'a', 'b', 'z', 'd', 'z']
  const expected = { rows: ['a: 1', 'b: 0 2', 'c: ', 'a: 1', 'd: 4'], strays: 2 }

  it('are joined in memory', async () => {
    expect(await joined(ids, of, 1_000_000)).toEqual(expected)
  })

  it('are joined in parts on disk, in the order of the leads', async () => {
    expect(await joined(ids, of, 100)).toEqual(expected)
  })

  it('are the same either way for many leads', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => `lead ${n}`)
    const theirs = Array.from({ length: 9000 }, (_, n) => `lead ${(n * 7919) % 3500}`)
    expect(await joined(many, theirs, 50_000)).toEqual(await joined(many, theirs, 1e9))
  })
})
