/**
 * Reads the records of a bundle. Each refers only to earlier ones, so that one pass reads them all, none can contain
 * itself, and equal parts of a program are one object. Nothing here recurses, whatever the bundle says.
 *
 * What is proved of a record follows from what was proved of its parts: these are kept in two lists that are used anew for
 * each record, since a bundle has tens of thousands and an app waits for them when it starts. Half of that time is what the
 * engine's garbage collector takes: what is made for each record is counted.
 */
import { EVENT, type Field, type Role } from './fields.ts'
import type { BundleContent, Packed } from './format.ts'
import { NONE } from './kinds.ts'
import { proved } from './proof.ts'
import { tellApart } from './properties.ts'
import { at, type Node, type Reading, refuseAt, spend } from './reading.ts'
import { type NamedField, records } from './specs.ts'

/** @throws BundleError */
export function readNodes(content: BundleContent): readonly Node[] {
  const specs = content.tags.map(tag => records.get(tag))
  const empty = { nodes: [], parts: [], fields: [], count: 0, types: [undefined] }
  const cx: Reading = { content, specs, ...empty, patience: 20_000_000 }
  const lastType = content.events.at(-1) ?? -1
  for (let i = 0; i < content.nodes.length; i++) {
    if (i > lastType && !cx.properties) tellApart(cx)
    cx.nodes.push(readNode(content.nodes[i] as Packed, cx))
  }
  return cx.nodes
}

function readNode(entries: Packed, cx: Reading): Node {
  const spec = at(cx.specs, entries[0])
  if (!spec || entries.length > spec.fields.length + 1)
    return refuseAt(cx, 'is no record that this version of Merit knows')
  const { fields, head } = spec
  cx.count = 0
  const value: Record<string, unknown> = {}
  if (head) value[head] = spec.tag
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as NamedField
    const entry = entries[i + 1]
    if (field.optional && (entry === undefined || entry === null)) continue
    value[field.name] = field.many ? readMany(field, entry, cx) : readOne(field, entry, cx)
  }
  return proved(spec, value, cx)
}

function readMany(field: NamedField, raw: unknown, cx: Reading): unknown[] {
  if (!Array.isArray(raw)) return refuseAt(cx, 'should be a list', field)
  spend(raw.length * (cx.types.length - 1), cx)
  const list: unknown[] = raw.slice()
  for (let i = 0; i < list.length; i++) list[i] = readOne(field, list[i], cx)
  return list
}

function readOne(field: NamedField, raw: unknown, cx: Reading): unknown {
  const value = readers[field.is](field, raw, cx)
  return value === undefined ? refuseAt(cx, `should be ${field.noun}`, field) : value
}

/** Undefined for what the field may not be. */
const readers = {
  record: (field, raw, cx) => {
    const node = at(cx.nodes, raw)
    return node && field.sorts.includes(node.sort) ? addPart(node, field, cx).value : undefined
  },
  index: (field, raw, cx) => {
    const node = at(cx.nodes, at(cx.content[field.table], raw))
    return node && addPart(node, field, cx) && raw
  },
  property: (field, raw, cx) => {
    if (!cx.properties || !field.fits(raw)) return undefined
    const kinds = cx.properties.get(raw as string) ?? [NONE]
    return addPart({ value: raw, sort: 'Expression', kinds, reads: EVENT, depth: 0, size: 0 }, field, cx).value
  },
  span: (_, raw, cx) => {
    if (!Array.isArray(raw) || raw.length !== 3) return undefined
    const path = at(cx.content.paths, raw[0])
    return path !== undefined && isCount(raw[1]) && isCount(raw[2]) ? { path, line: raw[1], column: raw[2] } : undefined
  },
  scalar: (field, raw) => (field.fits(raw) ? raw : undefined),
} satisfies { [R in Role]: (field: NamedField, raw: unknown, cx: Reading) => unknown }

function addPart(node: Node, field: Field, cx: Reading): Node {
  cx.parts[cx.count] = node
  cx.fields[cx.count++] = field
  return node
}

const isCount = (raw: unknown) => Number.isSafeInteger(raw) && (raw as number) > 0
