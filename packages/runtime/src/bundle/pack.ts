/** From a program to the content of a bundle: each record once, after those that it refers to. */
import type { Program, SourceSpan } from '../program.ts'
import type { Field, Role, Sort } from './fields.ts'
import { type BundleContent, type Packed, type Table, tables } from './format.ts'
import type { Doc } from './records.ts'
import { type RecordSpec, records } from './specs.ts'
import { type Unpacked, unpack } from './unpack.ts'

const tableNames = Object.keys(tables) as Table[]

/** The program with all equal parts of it as one object. Else it is the same. */
export function shared(program: Program): Program {
  return unpack(pack({ program, compiler: '', docs: [] })).program
}

export function pack({ program, compiler, docs }: Unpacked): BundleContent {
  return new Packing(program, docs).content({ program, compiler, docs })
}

type Values = Readonly<Record<string, unknown>>

class Packing {
  readonly #entries: Readonly<Record<Table, readonly object[]>>
  readonly #nodes: Packed[] = []
  readonly #paths: string[] = []
  readonly #tags: string[] = []
  readonly #tables: Readonly<Record<Table, number[]>>
  /** Places of records by how they are written, and of objects that were seen. */
  readonly #places = new Map<string | object, number>()

  constructor(program: Program, docs: readonly Doc[]) {
    this.#entries = { ...program, docs }
    this.#tables = Object.fromEntries(tableNames.map(name => [name, []])) as unknown as Record<Table, number[]>
  }

  content({ program, compiler }: Unpacked): BundleContent {
    const { language, name, revision } = program
    const zone = this.#placeOf(program.zone, 'Zone')
    for (const table of tableNames) this.#addUpTo(table, this.#entries[table].length - 1)
    return {
      compiler,
      language,
      name,
      revision,
      zone,
      paths: this.#paths,
      tags: this.#tags,
      nodes: this.#nodes,
      ...this.#tables,
    }
  }

  /** An entry stands after all that are before it in its table, and after the entries that it refers to. */
  #addUpTo(table: Table, index: number): void {
    const places = this.#tables[table]
    for (let next = places.length; next <= index && next in this.#entries[table]; next = places.length) {
      const record = this.#pack(this.#entries[table][next] as Values, tables[table])
      places.push(this.#nodes.push(record) - 1)
    }
  }

  #placeOf(value: object, sort: Sort): number {
    const known = this.#places.get(value)
    if (known !== undefined) return known
    const record = this.#pack(value as Values, sort)
    const written = JSON.stringify(record)
    const place = this.#places.get(written) ?? this.#nodes.push(record) - 1
    this.#places.set(value, place).set(written, place)
    return place
  }

  /** Loops in place of callbacks, so that deep programs do not take a deep stack. */
  #pack(value: Values, sort: Sort): Packed {
    const tag = tagOf(value, sort)
    const packed: [number, ...unknown[]] = [placeIn(this.#tags, tag)]
    for (const field of (records.get(tag) as RecordSpec).fields) packed.push(this.#packField(value[field.name], field))
    while (packed.at(-1) === undefined) packed.pop()
    return packed
  }

  #packField(value: unknown, field: Field): unknown {
    if (value === undefined) return undefined
    const pack: (value: unknown, field: Field) => unknown = this.#packers[field.is]
    if (!field.many) return pack(value, field)
    const list: unknown[] = []
    for (const one of value as readonly unknown[]) list.push(pack(one, field))
    return list
  }

  readonly #packers = {
    record: (value, { sorts: [sort] }) => this.#placeOf(value as object, sort as Sort),
    index: (index, { table }) => {
      this.#addUpTo(table, index as number)
      return index
    },
    property: name => name,
    span: span => this.#packSpan(span as SourceSpan),
    scalar: value => value,
  } satisfies { [R in Role]: (value: unknown, field: Field) => unknown }

  #packSpan({ path, line, column }: SourceSpan): readonly number[] {
    return [placeIn(this.#paths, path), line, column]
  }
}

/** Where the text stands in a list, to which it is added. */
function placeIn(list: string[], text: string): number {
  const place = list.indexOf(text)
  return place < 0 ? list.push(text) - 1 : place
}

function tagOf({ op, do: instruction, kind, on }: Values, sort: Sort): string {
  if (sort === 'Promise') return sort
  return kind === 'rule' && on !== undefined ? 'eventRule' : String(op ?? instruction ?? kind ?? sort)
}
