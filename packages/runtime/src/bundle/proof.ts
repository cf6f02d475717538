/**
 * What is proved of a record from what was proved of its parts: the kind of its value, what it reads of an event, how deep it
 * is and how large it would be written out.
 */
import { EVENT, type Field } from './fields.ts'
import { allOf, common, EVENTS, fits, NONE, only, WRONG } from './kinds.ts'
import { type Node, type Reading, refuseAt, spend } from './reading.ts'
import type { RecordSpec } from './specs.ts'

const deepest = 1000

export function proved(spec: RecordSpec, value: object, cx: Reading): Node {
  const { sort } = spec
  let reads = spec.reads
  let depth = 0
  let size = 1
  let types = sort === 'Set' ? cx.types.length : 1
  for (let i = 0; i < cx.count; i++) {
    const part = cx.parts[i] as Node
    const field = cx.fields[i] as Field
    types = Math.max(types, part.kinds.length)
    // An entry of a table is worked out once and then known.
    if (field.is === 'index') continue
    reads |= part.reads & ~field.binds
    depth = Math.max(depth, part.depth)
    size += part.size
  }
  const problem = spec.problem?.(value as never)
  if (problem !== undefined) refuseAt(cx, problem)
  if (reads > 0 && sort === 'Set') refuseAt(cx, 'reads an event where none is at hand')
  if (depth >= deepest) refuseAt(cx, `is nested deeper than ${deepest} records`)
  const kinds = types === 1 ? only(kindFor(0, spec, value, cx)) : kindsOf(types, spec, value, cx, reads)
  if (kinds === only(WRONG)) refuseAt(cx, 'puts together values of kinds that do not go together')
  return { value, sort, kinds, reads, depth: depth + 1, size }
}

/** Where types of events are told apart. */
function kindsOf(types: number, spec: RecordSpec, value: object, cx: Reading, reads: number): readonly number[] {
  spend(types * (cx.count + 1), cx)
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

/** The record's kind for one of the types of events. What is looked at for events of a set is not, where it has none. */
function kindFor(place: number, { gives }: RecordSpec, value: object, cx: Reading): number {
  let all = NONE
  let last = NONE
  let events = NONE
  for (let i = 0; i < cx.count; i++) {
    const { kinds } = cx.parts[i] as Node
    const { binds, seen, wanted } = cx.fields[i] as Field
    const kind = kinds[place] ?? (kinds[0] as number)
    events |= kind & EVENTS
    if ((binds & EVENT && !events) || seen) continue
    if (!fits(kind, wanted)) return WRONG
    all |= kind
    last = kind
  }
  return typeof gives === 'number' ? gives : gives(all, last, value as never, cx.types[place])
}
