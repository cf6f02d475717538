/** Leads near those that show something: some of what they have, and some of what others have. */
import fc, { type Arbitrary } from 'fast-check'
import type { Data } from './leads.ts'

/** `near`: the leads that show something; `others`: any. */
export type Cross = (near: readonly Data[], others: readonly Data[]) => readonly Data[]

/** So many leads. */
export function crossings(count: number): Arbitrary<Cross> {
  return fc.infiniteStream(fc.nat(5039)).map(stream => (near, others) => {
    const roll = (sides: number): number => (stream.next().value as number) % sides
    const all = [...near, ...others]
    if (near.length === 0 || all.length === 0) return others
    return Array.from({ length: count }, () =>
      cross(picked(near, roll), picked(roll(2) === 0 ? near : all, roll), roll),
    )
  })
}

type Dice = (sides: number) => number

const picked = <T>(all: readonly T[], roll: Dice): T => all[roll(all.length)] as T

function cross(one: Data, other: Data, roll: Dice): Data {
  const data: Data = { ...one }
  for (const [key, value] of Object.entries(other)) if (roll(4) === 0) data[key] = value
  for (const key of Object.keys(data)) if (roll(8) === 0) delete data[key]
  return { ...data, events: [...eventsOf(one), ...eventsOf(other)].filter(() => roll(3) > 0) }
}

const eventsOf = ({ events }: Data): readonly unknown[] => (Array.isArray(events) ? events : [])
