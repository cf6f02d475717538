/**
 * Reads the records of a bundle. Each refers only to earlier ones, so that one pass reads them all, none can contain
 * itself, and equal parts of a program are one object. Nothing here recurses, whatever the bundle says.
 *
 * Most of it runs before the JavaScript engine has compiled it, and a quarter of that time is what the garbage collector takes:
 * steps are counted here, and so is what is made for each record.
 */
import { EVENT, positive, type Role } from './fields.ts'
import type { BundleContent, Packed } from './format.ts'
import { NONE } from './kinds.ts'
import { addKinds, addPart, begin, prove } from './proof.ts'
import { tellApart } from './properties.ts'
import { at, type Reading, type Records, refuseAt, spend } from './reading.ts'
import { type NamedField, records } from './specs.ts'

/** @throws BundleError */
export function readNodes(content: BundleContent): Records {
  const { nodes, tags, events } = content
  const cx = startReading(content, nodes.length, tags)
  const lastType = events.at(-1) ?? -1
  for (let i = 0; i < nodes.length; i++) {
    if (i > lastType && !cx.properties) tellApart(cx)
    readNode(nodes[i] as Packed, cx)
  }
  return cx.records
}

function startReading(content: BundleContent, count: number, tags: readonly string[]): Reading {
  return {
    content,
    specs: tags.map(tag => records.get(tag)),
    records: {
      values: [],
      sorts: new Int32Array(count),
      kinds: [],
      reads: new Int32Array(count),
      depths: new Int32Array(count),
      sizes: [],
    },
    sum: { reads: 0, depth: 0, size: 0, types: 1, all: [], last: [], events: [] },
    types: [undefined],
    patience: 20_000_000,
  }
}

function readNode(entries: Packed, cx: Reading): void {
  const spec = at(cx.specs, entries[0])
  if (!spec || entries.length > spec.fields.length + 1) refuseAt(cx, 'is no record that this version of Merit knows')
  const { fields, head } = spec
  const value: Record<string, unknown> = {}
  if (head) value[head] = spec.tag
  begin(spec, cx)
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as NamedField
    const entry = entries[i + 1]
    if (field.optional && (entry === undefined || entry === null)) continue
    value[field.name] = field.many ? readMany(field, entry, cx) : readOne(field, entry, cx)
  }
  prove(spec, value, cx)
}

function readMany(field: NamedField, raw: unknown, cx: Reading): unknown[] {
  if (!Array.isArray(raw)) return refuseAt(cx, 'should be a list', field)
  if (cx.types.length > 1) spend(raw.length * cx.types.length, cx)
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
    const { sorts, values } = cx.records
    if (typeof raw !== 'number' || !((sorts[raw] as number) & field.bits)) return undefined
    addPart(raw, field, cx)
    return values[raw]
  },
  index: (field, raw, cx) => {
    const kinds = at(cx.records.kinds, at(cx.content[field.table], raw))
    if (!kinds) return undefined
    addKinds(kinds, field, cx)
    return raw
  },
  property: (field, raw, cx) => {
    if (!cx.properties || !field.fits(raw)) return undefined
    addKinds(cx.properties.get(raw as string) ?? [NONE], field, cx)
    cx.sum.reads |= EVENT
    return raw
  },
  span: (_, raw, cx) => {
    if (!Array.isArray(raw) || raw.length !== 3) return undefined
    const [place, line, column] = raw
    const path = at(cx.content.paths, place)
    return path !== undefined && positive.fits(line) && positive.fits(column) ? { path, line, column } : undefined
  },
  scalar: (field, raw) => (field.fits(raw) ? raw : undefined),
} satisfies { [R in Role]: (field: NamedField, raw: unknown, cx: Reading) => unknown }
