/**
 * Reads the records of a bundle. Each refers only to earlier ones, so that one pass reads them all, none can contain
 * itself, and equal parts of a program are one object. Nothing here recurses, whatever the bundle says.
 *
 * What is proved of a record follows from what was proved of its parts: these are kept in two lists that are used anew for
 * each record, since a bundle has tens of thousands and an app waits for them when it starts.
 */
import type { EventType } from '../program.ts'
import { EVENT, type Field, type Role } from './fields.ts'
import type { BundleContent } from './format.ts'
import { NONE } from './kinds.ts'
import { proved } from './proof.ts'
import { propertyKinds } from './properties.ts'
import { type Node, noTypes, type Reading, refuseAt, spend } from './reading.ts'
import { type NamedField, records } from './specs.ts'

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
