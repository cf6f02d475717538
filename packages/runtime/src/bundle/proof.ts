/**
 * What is proved of a record from what was proved of its parts: the kind of its value, what it reads of an event, how deep it
 * is and how large it would be written out. It is summed up while they are read.
 */
import { EVENT, type Field } from './fields.ts'
import { allOf, common, EVENTS, fits, NONE, only, WRONG } from './kinds.ts'
import { type Reading, refuseAt, type Sum, spend } from './reading.ts'
import type { RecordSpec } from './specs.ts'

const deepest = 1000

/** To be called before the parts are added. */
export function begin({ sort, reads }: RecordSpec, { sum, types }: Reading): void {
  sum.reads = reads
  sum.depth = 0
  sum.size = 1
  sum.types = 1
  sum.all[0] = NONE
  sum.last[0] = NONE
  sum.events[0] = NONE
  if (sort === 'Set') tellTypes(sum, types.length)
}

/** From here on for each type. */
function tellTypes(sum: Sum, types: number): void {
  for (let i = sum.types; i < types; i++) for (const one of [sum.all, sum.last, sum.events]) one[i] = one[0] as number
  sum.types = types
}

export function addPart(place: number, field: Field, cx: Reading): void {
  const { sum, records } = cx
  sum.reads |= (records.reads[place] as number) & ~field.binds
  const depth = records.depths[place] as number
  if (depth > sum.depth) sum.depth = depth
  sum.size += records.sizes[place] as number
  addKinds(records.kinds[place] as readonly number[], field, cx)
}

/**
 * Alone for an entry of a table, which is worked out once and then known. What is looked at for events of a set is not, where
 * it has none.
 */
export function addKinds(kinds: readonly number[], { binds, seen, wanted }: Field, cx: Reading): void {
  const { sum } = cx
  if (kinds.length > sum.types) tellTypes(sum, kinds.length)
  if (sum.types > 1) spend(sum.types, cx)
  for (let i = 0; i < sum.types; i++) {
    const kind = kinds[i] ?? (kinds[0] as number)
    sum.events[i] = (sum.events[i] as number) | (kind & EVENTS)
    if (seen || (binds & EVENT && !sum.events[i])) continue
    sum.all[i] = (sum.all[i] as number) | (fits(kind, wanted) ? kind : WRONG)
    sum.last[i] = kind
  }
}

/** Adds the record to those that were read. */
export function prove(spec: RecordSpec, value: object, cx: Reading): void {
  const { records, sum } = cx
  const problem = spec.problem?.(value as never)
  if (problem !== undefined) refuseAt(cx, problem)
  if (sum.reads > 0 && spec.sort === 'Set') refuseAt(cx, 'reads an event where none is at hand')
  if (sum.depth >= deepest) refuseAt(cx, `is nested deeper than ${deepest} records`)
  const kinds = sum.types === 1 ? only(kindFor(0, spec, value, cx)) : kindsOf(spec, value, cx)
  if (kinds === only(WRONG)) refuseAt(cx, 'puts together values of kinds that do not go together')
  const place = records.values.push(value) - 1
  records.sorts[place] = spec.bit
  records.kinds.push(kinds)
  records.reads[place] = sum.reads
  records.depths[place] = sum.depth + 1
  records.sizes.push(sum.size)
}

/** Where types of events are told apart. */
function kindsOf(spec: RecordSpec, value: object, cx: Reading): readonly number[] {
  const { types, reads } = cx.sum
  spend(types, cx)
  const kinds: number[] = []
  for (let i = 0; i < types; i++) kinds.push(kindFor(i, spec, value, cx))
  return reads > 0 && kinds.some(kind => kind !== WRONG) ? kinds : settled(kinds)
}

/** What reads no event is of one kind, whatever the events are. */
function settled(kinds: readonly number[]): readonly number[] {
  const all = allOf(kinds)
  if (all & WRONG) return only(WRONG)
  return all & EVENTS ? kinds : only(common(all))
}

/** The record's kind for one of the types of events. */
function kindFor(place: number, { gives }: RecordSpec, value: object, { sum, types }: Reading): number {
  const all = sum.all[place] as number
  if (all & WRONG) return WRONG
  return typeof gives === 'number' ? gives : gives(all, sum.last[place] as number, value as never, types[place])
}
