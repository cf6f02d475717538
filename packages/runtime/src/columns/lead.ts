import type { Lead, LeadEvent } from '../lead/lead.ts'
import type { Program, Value } from '../program.ts'
import type { Column, Columns } from './columns.ts'

/** A row of columns as the lead that it was. Ids and issues are not in columns. */
export function leadAt({ events }: Pick<Program, 'events'>, columns: Columns, row: number): Lead {
  const { from, type: types } = columns.events
  const happened: LeadEvent[] = []
  for (let place = from[row] as number; place < (from[row + 1] as number); place++) {
    const type = types[place] as number
    const { name, properties } = events[type] as Program['events'][number]
    const values = columns.events.properties[type]?.map(one => valueAt(one, columns.events.row[place] as number)) ?? []
    const named = new Map(properties.map((property, index) => [property.name, values[index] ?? null]))
    const at = columns.events.at[place] as number
    happened.push({ type, name, at, id: null, rank: happened.length, properties: named })
  }
  return { id: null, attributes: columns.attributes.map(column => valueAt(column, row)), events: happened, issues: [] }
}

function valueAt(column: Column, row: number): Value {
  if (column.kind === 'codes') return column.dictionary.values[column.codes[row] as number] ?? null
  const number = column.numbers[row] as number
  return Number.isNaN(number) ? null : number
}
