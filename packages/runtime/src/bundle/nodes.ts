/**
 * Reads the records of a bundle. Each refers only to earlier ones, so that one pass reads them all, none can contain
 * itself, and equal parts of a program are one object. Nothing here recurses, whatever the bundle says.
 *
 * What is proved of a record follows from what was proved of its parts: these are kept in two lists that are used anew for
 * each record, since a bundle has tens of thousands and an app waits for them when it starts.
 */
import { EVENT, type Field, type Role } from './fields.ts'
import type { BundleContent } from './format.ts'
import { NONE } from './kinds.ts'
import { proved } from './proof.ts'
import { tellApart } from './properties.ts'
import { at, type Node, type Reading, refuseAt, spend } from './reading.ts'
import { type NamedField, records } from './specs.ts'

/** @throws BundleError */
export function readNodes(raw: readonly unknown[], content: BundleContent): readonly Node[] {
  const specs = content.tags.map(tag => records.get(tag))
  const empty = { nodes: [], parts: [], fields: [], count: 0, types: [undefined] }
  const cx: Reading = { content, specs, ...empty, patience: 20_000_000 }
  const lastType = content.events.at(-1) ?? -1
  for (const record of raw) {
    if (cx.nodes.length > lastType && !cx.properties) tellApart(cx)
    cx.nodes.push(readNode(record, cx))
  }
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
  spend(raw.length * (cx.types.length - 1), cx)
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
    if (!cx.properties) return refuseAt(cx, 'stands before the events')
    const kinds = cx.properties.get(raw) ?? [NONE]
    addPart({ value: raw, sort: 'Expression', kinds, reads: EVENT, depth: 0, size: 0 }, field, cx)
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

const isCount = (raw: unknown) => Number.isSafeInteger(raw) && (raw as number) > 0
