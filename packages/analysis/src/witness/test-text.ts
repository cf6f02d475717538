/** A witness as a test of the model, to be read, kept and run. */
import { type CheckedModel, format, writtenName, writtenNumber, writtenText } from '@merit-lang/language'
import { type Attribute, formatInstant, type Program, type Value, type ValueType } from '@merit-lang/runtime'
import { type LeadEvent, readLead } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import { unitOf } from '../space/durations.ts'

export interface TestWish {
  readonly name: string
  /** Each what stands after `expect`. */
  readonly expectations: readonly string[]
  /** Where the names of the model are known, values stand without quotes where they may. */
  readonly model?: CheckedModel
}

/** Formatted. Throws `RangeError` for a text with a line break, which no model can have. */
export function testOf(program: Program, { lead, now }: Witness, { name, expectations, model }: TestWish): string {
  const { attributes, events } = readLead(program, lead)
  const write: Write = { now, taken: model && namesIn(model) }
  const lines = [
    `now ${formatInstant(now)}`,
    ...leadLine(program.attributes, attributes, write),
    ...events.map(event => eventLine(program, event, write)),
    ...expectations.map(expectation => `expect ${expectation}`),
  ]
  const text = `test ${textOf(name.replace(/\s+/g, ' '))} {\n${lines.join('\n')}\n}\n`
  const formatted = format({ path: 'test.merit', text })
  if ('text' in formatted) return formatted.text
  throw new RangeError(`No test can be written of this lead:\n${text}`)
}

/** What values and events are written with. */
export interface Write {
  readonly now: number
  /** Names that are more than values; undefined where they are not known. */
  readonly taken: ReadonlySet<string> | undefined
}

export function namesIn({ attributes, events, lists, lets, segments, scores, grades, stages }: CheckedModel) {
  const properties = events.flatMap(event => event.properties)
  const named = [attributes, properties, lists, lets, segments, scores, grades, stages].flat()
  return new Set(named.map(({ name }) => name))
}

// ---------------------------------------------------------------- the lead

/** `company.tier` stands in the record `company`. */
interface Fields extends Map<string, string | Fields> {}

function leadLine(attributes: readonly Attribute[], values: readonly Value[], write: Write): readonly string[] {
  const fields: Fields = new Map()
  for (const [index, { name, type }] of attributes.entries()) {
    const value = values[index] ?? null
    if (value !== null) place(fields, name, valueText(value, type, write))
  }
  return fields.size > 0 ? [`lead ${recordText(fields)}`] : []
}

function place(fields: Fields, name: string, value: string): void {
  const [first = '', ...rest] = name.split('.')
  const inside = fields.get(first)
  if (rest.length === 0 || rest.includes('') || first === '' || typeof inside === 'string') fields.set(name, value)
  else {
    const record: Fields = inside ?? new Map()
    fields.set(first, record)
    place(record, rest.join('.'), value)
  }
}

function recordText(fields: Fields): string {
  const entries = [...fields].map(([name, value]) =>
    typeof value === 'string' ? `${writtenName(name)}: ${value}` : `${writtenName(name)} ${recordText(value)}`,
  )
  return `{ ${entries.join(', ')} }`
}

// ---------------------------------------------------------------- events

/** `event download(asset: whitepaper) 3d ago` */
export function eventLine({ events }: Program, { type, name, at, properties }: LeadEvent, write: Write): string {
  const given = (events[type]?.properties ?? []).flatMap(property => {
    const value = properties.get(property.name) ?? null
    return value === null ? [] : [`${writtenName(property.name)}: ${valueText(value, property.type, write)}`]
  })
  const args = given.length > 0 ? `(${given.join(', ')})` : ''
  return `event ${writtenName(name)}${args} ${timeText(at, write.now)}`
}

/** `3d ago`; an instant where no unit measures it, or where it is still to come. */
function timeText(at: number, now: number): string {
  const age = now - at
  const unit = age >= 0 ? unitOf(age) : undefined
  return unit ? `${age / unit[1]}${unit[0]} ago` : `at ${formatInstant(at)}`
}

// ---------------------------------------------------------------- values

type TypeOf<K extends ValueType['kind']> = Extract<ValueType, { kind: K }>

const texts = {
  text: (_, value) => textOf(String(value)),
  boolean: (_, value) => String(value),
  date: (_, value) => formatInstant(value as number),
  number: (_, value) => writtenNumber(value as number),
  enum: ({ values }, value, write) => symbolText(String(value), values, write),
  list: ({ values }, value, write) =>
    `[${(value as readonly string[]).map(one => symbolText(one, values, write)).join(', ')}]`,
} satisfies { [K in ValueType['kind']]: (type: TypeOf<K>, value: Value, write: Write) => string }

export function valueText(value: Value, type: ValueType, write: Write): string {
  return (texts[type.kind] as (type: ValueType, value: Value, write: Write) => string)(type, value, write)
}

function symbolText(value: string, declared: readonly string[] | undefined, { taken }: Write): string {
  const name = writtenName(value)
  return declared && taken && name === value && !taken.has(value) ? value : textOf(value)
}

function textOf(text: string): string {
  if (/[\r\n]/.test(text)) throw new RangeError(`A text with a line break cannot be written: ${JSON.stringify(text)}`)
  return writtenText(text)
}
