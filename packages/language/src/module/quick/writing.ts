import type { Attribute, EventSet, Expr, Program, Rule, ValueType } from '@merit-lang/runtime'
import { inComment, key, literal } from '../text.ts'

/** The program has a form for which there is no straight code: the engine in the module then scores all leads. */
export class NotQuick extends Error {}

/** What one of the program's values is called in the code, and how it is read from data. */
export interface Field {
  readonly name: string
  readonly attribute: Attribute
  /** Of an enum: the places of values that are asked for, and whether anything else is asked of it. */
  readonly asked: Set<number>
  isReadWhole: boolean
  /** Words that are looked for in the text, in one pass: each with its place. */
  readonly words: Map<string, number>
}

function fieldOf(name: string, attribute: Attribute): Field {
  return { name, attribute, asked: new Set(), isReadWhole: false, words: new Map() }
}

/** What is written so far: constants of the module, the attributes and properties in use, and counts of events. */
export class Writing {
  readonly program: Program
  readonly constants: string[] = []
  readonly attributes = new Map<number, Field>()
  /** By event type, then by the name of the property. */
  readonly properties = new Map<number, Map<string, Field>>()
  /** The sets that are counted, each with its place among the sums. */
  readonly counts = new Map<string, { readonly set: EventSet; readonly slot: number }>()
  /** How many sums over events there are. */
  slots = 0
  private readonly names = new Map<string, string>()

  constructor(program: Program) {
    this.program = program
  }

  /** The name of a constant of the module. */
  constant(text: string): string {
    const name = this.names.get(text) ?? `k${this.names.size}`
    if (!this.names.has(text)) this.constants.push(`const ${name} = ${text}`)
    this.names.set(text, name)
    return name
  }

  attribute(index: number): Field {
    const known = this.attributes.get(index)
    const attribute = this.program.attributes[index]
    if (known || !attribute) return known as Field
    const field = fieldOf(`a${index}`, attribute)
    this.attributes.set(index, field)
    return field
  }

  /** Nothing where events of the type have none of the name. The last of equal names counts. */
  property(type: number, name: string): Field | undefined {
    const declared = this.program.events[type]?.properties ?? []
    const index = declared.map(one => one.name).lastIndexOf(name)
    const attribute = declared[index]
    if (!attribute) return undefined
    const known = this.properties.get(type) ?? new Map<string, Field>()
    this.properties.set(type, known)
    const field = known.get(name) ?? fieldOf(`p${index}`, attribute)
    known.set(name, field)
    return field
  }

  count(set: EventSet): number {
    const id = JSON.stringify(set)
    const known = this.counts.get(id) ?? { set, slot: this.slots++ }
    this.counts.set(id, known)
    return known.slot
  }
}

/** Where an expression stands: for the lead, or (`type`) for an event of that type, whose time is then `now - age`. */
export interface Place {
  readonly writing: Writing
  readonly type?: number
  /** Whether scores, grades and stages are known there. */
  readonly isOutcome?: boolean
}

/** Whether values are the places of the declared ones. */
export function isChoice({ type }: Attribute): boolean {
  return type.kind === 'enum' && type.values !== undefined
}

/** What stands at the value's key in data: `object` is the name of plain data. */
export function rawText(object: string, { key: path }: Attribute): string {
  if (path.split('.').some(part => part in Object.prototype)) throw new NotQuick()
  if (path.includes('.')) return `merit.lookUp(${object}, ${literal(path)})`
  return /^[a-z_$][\w$]*$/i.test(path) ? `${object}.${key(path)}` : `${object}[${literal(path)}]`
}

/** What the value is, of what stands in `raw`. */
export function readText(field: Field, place: string, writing: Writing): string {
  const { attribute } = field
  const make = (name: string) => writing.constant(`merit.${name}(program.${place}, program.zone)`)
  if (isChoice(attribute)) return `${choiceText(field, place, writing)}.codeOf(raw)`
  if (attribute.type.kind === 'date') return unlessAbsent(`${make('dateReader')}(raw)`)
  const quick = attribute.unknownIn.length > 0 ? undefined : isSurely(attribute)
  const slow = unlessAbsent(`${make('reader')}(raw)`)
  return quick ? `${quick} ? raw : ${slow}` : slow
}

/** The constant that knows the values of an enum that are asked for. */
function choiceText({ asked, isReadWhole }: Field, place: string, writing: Writing): string {
  const some = isReadWhole ? '' : `, [${[...asked].join(', ')}]`
  return writing.constant(`new merit.Choice(program.${place}, program.zone${some})`)
}

function unlessAbsent(read: string): string {
  return `raw === undefined || raw === null ? NaN : ${read}`
}

/** When what stands in `raw` is surely the value itself. */
function isSurely({ type }: Attribute): string | undefined {
  if (type.kind === 'boolean') return 'raw === true || raw === false'
  if (type.kind === 'text' || type.kind === 'enum') return IS_TEXT
  return type.kind === 'number' ? numberText(type) : undefined
}

export const IS_TEXT = "typeof raw === 'string' && raw !== ''"

export function numberText({ integer, range = {} }: Extract<ValueType, { kind: 'number' }>): string {
  const { low, high, lowOpen, highOpen } = range
  const bounds = [
    `raw ${lowOpen || low === undefined ? '>' : '>='} ${low ?? '-Infinity'}`,
    `raw ${highOpen || high === undefined ? '<' : '<='} ${high ?? 'Infinity'}`,
  ]
  return ["typeof raw === 'number'", ...bounds, ...(integer ? ['Math.floor(raw) === raw'] : [])].join(' && ')
}

/** Which rule a statement is of. */
export function commentOf({ span, id }: Rule): string {
  return ` // ${inComment(`${span.path}:${span.line}: ${id}`)}`
}

/** The program's value behind references to it. */
export function resolved(e: Expr, program: Program): Expr {
  let at = e
  while (at.op === 'value') at = program.values[at.index] as Expr
  return at
}
