/**
 * What is proved of a record from what was proved of its parts: the kind of its value, what it reads of an event, how deep it
 * is and how large it would be written out.
 */
import { EVENT, type Field, type Sort } from './fields.ts'
import { allOf, common, fits, NONE, WRONG } from './kinds.ts'
import { type Kinds, type Node, noTypes, type Reading, refuseAt, spend } from './reading.ts'
import type { RecordSpec } from './specs.ts'

const deepest = 1000

/** What may stand where an event is at hand. */
const readingSorts: ReadonlySet<Sort> = new Set([
  'Expression',
  'When',
  'Condition',
  'Part',
  'Read',
  'Case',
  'Decay',
  'OnEvents',
])

export function proved(spec: RecordSpec, value: Record<string, unknown>, cx: Reading): Node {
  let reads = spec.reads
  let depth = 0
  let size = 1
  let all = NONE
  let last = NONE
  let wrong = false
  let mixed = false
  for (let i = 0; i < cx.count; i++) {
    const part = cx.parts[i] as Node
    const field = cx.fields[i] as Field
    if (typeof part.kind === 'number') {
      last = part.kind
      all |= last
      wrong ||= !fits(last, field.wanted)
    } else mixed = true
    // An entry of a table is worked out once and then known.
    if (field.is === 'index') continue
    reads |= part.reads & ~field.binds
    depth = Math.max(depth, part.depth)
    size += part.size
  }
  const problem = spec.problem?.(value as never)
  if (problem !== undefined) refuseAt(cx, problem)
  if (reads > 0 && !readingSorts.has(spec.sort)) refuseAt(cx, 'reads an event where none is at hand')
  if (depth >= deepest) refuseAt(cx, `is nested deeper than ${deepest} records`)
  const kind = wrong ? WRONG : mixed ? mixedKind(spec, value, cx) : given(spec, all, last, value)
  if (kind === WRONG) refuseAt(cx, 'puts together values of kinds that do not go together')
  return { value, sort: spec.sort, kind, reads, types: typesOf(spec, value, cx), depth: depth + 1, size }
}

function given({ gives }: RecordSpec, all: number, last: number, value: object): number {
  return typeof gives === 'number' ? gives : gives(all, last, value as never)
}

function typesOf({ keeps, sort }: RecordSpec, value: Record<string, unknown>, cx: Reading): readonly number[] {
  if (keeps) return union(cx, 'kept')
  const { events } = cx.content
  if (sort === 'EventType') return [cx.typesRead++]
  return value.op === 'moment' ? [events.length] : noTypes
}

/** The types of the events of the parts that are at hand in other fields, or only of those that are kept. */
function union(cx: Reading, which: 'kept' | 'all'): readonly number[] {
  const lists: (readonly number[])[] = []
  for (let i = 0; i < cx.count; i++) {
    const { events } = cx.fields[i] as Field
    if (events === 'kept' || (events === 'seen' && which === 'all')) lists.push((cx.parts[i] as Node).types)
  }
  if (lists.length < 2) return lists[0] ?? noTypes
  for (const types of lists) spend(types.length, cx)
  return [...new Set(lists.flat())]
}

/**
 * Where a property is of one kind in some types of events and of another kind in others, so may be what reads it. What is
 * looked at for the events of a set has to go together for the types of these events only.
 */
function mixedKind(spec: RecordSpec, value: object, cx: Reading): Kinds {
  const types = cx.content.events.length + 1
  spend(types * (cx.count + 1), cx)
  const seen = union(cx, 'all')
  const kinds = cx.parts.slice(0, cx.count).map(({ kind }, i) => {
    const binds = ((cx.fields[i] as Field).binds & EVENT) > 0
    return binds && typeof kind !== 'number' ? common(allOf(seen.map(type => kind[type] as number))) : kind
  })
  const perType = Array.from({ length: types }, (_, type) => {
    const here = kinds.map(kind => (typeof kind === 'number' ? kind : (kind[type] as number)))
    const fitting = here.every((kind, i) => fits(kind, (cx.fields[i] as Field).wanted))
    return fitting ? given(spec, allOf(here), here.at(-1) ?? NONE, value) : WRONG
  })
  return perType.every(kind => kind === perType[0]) ? (perType[0] as number) : perType
}
