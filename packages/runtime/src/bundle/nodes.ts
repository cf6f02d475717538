/**
 * Reads the records of a bundle. Each refers only to earlier ones, so that one pass reads them all, none can contain
 * itself, and equal parts of a program are one object. Nothing here recurses, whatever the bundle says.
 *
 * What is proved of a record follows from what was proved of its parts: these are kept in two lists that are used anew for
 * each record, since a bundle has tens of thousands and an app waits for them when it starts.
 */
import type { EventType } from '../program.ts'
import { refuse } from './error.ts'
import { EVENT, type Field, type Role, type Sort } from './fields.ts'
import type { BundleContent } from './format.ts'
import { allOf, common, fits, NONE, WRONG } from './kinds.ts'
import { propertyKinds } from './properties.ts'
import { type NamedField, type RecordSpec, records } from './records.ts'

/** A record as it was read, and what is proved of it. */
export interface Node {
  readonly value: unknown
  readonly sort: Sort
  readonly kind: Kinds
  /** What it reads of an event that it does not bring itself. Bits. */
  readonly reads: number
  /** The types of the events that it keeps; the number of all types stands for the moment of a date. */
  readonly types: readonly number[]
  readonly depth: number
  /** How many records it would be with each written out wherever it is used: what evaluating it may cost. */
  readonly size: number
}
/** Of a value. Where it depends on the type of the event at hand: for each type, and last for the moment of a date. */
export type Kinds = number | readonly number[]

interface Reading {
  readonly content: BundleContent
  readonly specs: readonly (RecordSpec | undefined)[]
  readonly nodes: Node[]
  /** What the record at hand refers to, and in which of its fields. Only the first `count` are its own. */
  readonly parts: Node[]
  readonly fields: Field[]
  count: number
  /** How many event types were read: the table of events names all of them, in this order. */
  typesRead: number
  /** By name; made when the first is read. */
  properties?: ReadonlyMap<string, Kinds>
  /** Steps that the reading may still take beyond those that the bundle's size bounds. */
  patience: number
}

const deepest = 1000

/** @throws BundleError */
export function readNodes(raw: readonly unknown[], content: BundleContent): readonly Node[] {
  const specs = content.tags.map(tag => records.get(tag))
  const cx: Reading = { content, specs, nodes: [], parts: [], fields: [], count: 0, typesRead: 0, patience: 2_000_000 }
  for (const record of raw) cx.nodes.push(readNode(record, cx))
  return cx.nodes
}

function readNode(raw: unknown, cx: Reading): Node {
  const entries: readonly unknown[] = Array.isArray(raw) ? raw : []
  const spec = at(cx.specs, entries[0])
  if (!spec) return refuseAt(cx, 'is no record that this version of Merit knows')
  const { fields, head } = spec
  if (entries.length > fields.length + 1) refuseAt(cx, 'has more fields than its kind of record')
  cx.count = 0
  const value: Record<string, unknown> = {}
  if (head) value[head] = spec.tag
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as NamedField
    const entry = entries[i + 1]
    if (field.optional && (entry === undefined || entry === null)) continue
    value[field.name] = field.many ? readMany(field, entry, cx) : readers[field.is](field, entry, cx)
  }
  return proved(spec, value, cx)
}

function readMany(field: NamedField, raw: unknown, cx: Reading): unknown[] {
  if (!Array.isArray(raw)) return refuseAt(cx, 'should be a list', field)
  const list: unknown[] = raw.slice()
  const read = readers[field.is]
  for (let i = 0; i < list.length; i++) list[i] = read(field, list[i], cx)
  return list
}

const readers = {
  record: (field, raw, cx) => {
    const node = at(cx.nodes, raw)
    if (!node || !field.sorts.includes(node.sort))
      return refuseAt(cx, `should be the place of an earlier ${field.sorts.join(' or ')}`, field)
    addPart(node, field, cx)
    return node.value
  },
  index: (field, raw, cx) => {
    const node = at(cx.nodes, at(cx.content[field.table], raw))
    if (!node) return refuseAt(cx, `should be the index of an entry of ${field.table} that stands before it`, field)
    addPart(node, field, cx)
    return raw
  },
  property: (field, raw, cx) => {
    if (typeof raw !== 'string') return refuseAt(cx, 'should be a text', field)
    cx.properties ??= propertyKinds(eventTypes(cx), steps => spend(steps, cx))
    const kind = cx.properties.get(raw) ?? NONE
    addPart({ value: raw, sort: 'Expression', kind, reads: EVENT, types: noTypes, depth: 0, size: 0 }, field, cx)
    return raw
  },
  span: (field, raw, cx) => {
    const place: readonly unknown[] = Array.isArray(raw) ? raw : []
    const path = at(cx.content.paths, place[0])
    if (path === undefined || !isCount(place[1]) || !isCount(place[2]) || place.length !== 3)
      return refuseAt(cx, 'should be a path, a line and a column', field)
    return { path, line: place[1], column: place[2] }
  },
  scalar: (field, raw, cx) => (field.fits(raw) ? raw : refuseAt(cx, `should be ${field.noun}`, field)),
} satisfies { [R in Role]: (field: NamedField, raw: unknown, cx: Reading) => unknown }

function addPart(node: Node, field: Field, cx: Reading): void {
  cx.parts[cx.count] = node
  cx.fields[cx.count++] = field
}

/** Only numbers are places: lists also have `length` and whatever every list inherits. */
function at<T>(list: readonly T[], place: unknown): T | undefined {
  return typeof place === 'number' ? list[place] : undefined
}

const isCount = (raw: unknown) => Number.isSafeInteger(raw) && (raw as number) > 0

/** All of them stand before the first record that reads a property. */
function eventTypes(cx: Reading): EventType[] {
  return cx.content.events.map(place => {
    const node = cx.nodes[place]
    return node?.sort === 'EventType' ? (node.value as EventType) : refuseAt(cx, 'stands before the events')
  })
}

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

function proved(spec: RecordSpec, value: Record<string, unknown>, cx: Reading): Node {
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

const noTypes: readonly number[] = []

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

function spend(steps: number, cx: Reading): void {
  cx.patience -= steps
  if (cx.patience < 0) refuseAt(cx, 'takes too long to check')
}

function refuseAt(cx: Reading, problem: string, field?: NamedField): never {
  const place = `content.nodes[${cx.nodes.length}]`
  return refuse(field === undefined ? place : `${place}.${field.name}`, problem)
}
