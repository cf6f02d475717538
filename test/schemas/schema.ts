/** As much of JSON Schema (drafts 4 to 7) as the published schemas use that tests check against. An unknown keyword is an error. */

export interface Schema {
  readonly [keyword: string]: unknown
}

/** Where a value is not what the schema asks for, and why; nothing where it fits. */
export function mismatches(value: unknown, schema: Schema, root: Schema = schema, at = ''): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, asked]) => {
    const test = keywords[keyword]
    if (!test) throw new Error(`The keyword ${keyword} is not known.`)
    return test(value, asked as never, { schema, root, at })
  })
}

interface Sight {
  readonly schema: Schema
  readonly root: Schema
  readonly at: string
}
type Test = (value: unknown, asked: never, sight: Sight) => readonly string[]

const says = (fits: boolean, { at }: Sight, what: string) => (fits ? [] : [`${at || '/'}: ${what}`])
const note: Test = () => []

const keywords: Readonly<Record<string, Test>> = {
  $schema: note,
  $id: note,
  id: note,
  title: note,
  description: note,
  markdownDescription: note,
  default: note,
  examples: note,
  definitions: note,
  format: note,
  type: (value, asked: string | readonly string[], sight) =>
    says(
      [asked].flat().some(type => isOf(type, value)),
      sight,
      `is no ${asked}`,
    ),
  enum: (value, asked: readonly unknown[], sight) => says(asked.includes(value), sight, `is none of ${asked}`),
  const: (value, asked: unknown, sight) => says(value === asked, sight, `is not ${asked}`),
  minimum: (value, asked: number, sight) =>
    says(typeof value !== 'number' || value >= asked, sight, `is below ${asked}`),
  maximum: (value, asked: number, sight) =>
    says(typeof value !== 'number' || value <= asked, sight, `is above ${asked}`),
  pattern: (value, asked: string, sight) =>
    says(typeof value !== 'string' || new RegExp(asked, 'u').test(value), sight, `does not match ${asked}`),
  minLength: (value, asked: number, sight) =>
    says(typeof value !== 'string' || value.length >= asked, sight, 'is too short'),
  minItems: (value, asked: number, sight) =>
    says(!Array.isArray(value) || value.length >= asked, sight, 'is too short'),
  uniqueItems: (value, _, sight) =>
    says(
      !Array.isArray(value) || new Set(value.map(one => JSON.stringify(one))).size === value.length,
      sight,
      'has the same twice',
    ),
  required: (value, asked: readonly string[], sight) =>
    isRecord(value) ? asked.flatMap(key => says(key in value, sight, `lacks ${key}`)) : [],
  properties: (value, asked: Readonly<Record<string, Schema>>, { root, at }) =>
    isRecord(value)
      ? Object.entries(asked).flatMap(([key, schema]) =>
          key in value ? mismatches(value[key], schema, root, `${at}/${key}`) : [],
        )
      : [],
  additionalProperties: (value, asked: boolean | Schema, { schema, root, at }) => {
    if (!isRecord(value)) return []
    const known = new Set(Object.keys((schema.properties ?? {}) as object))
    const others = Object.keys(value).filter(key => !known.has(key))
    if (typeof asked === 'boolean') return asked ? [] : others.map(key => `${at}/${key}: is not foreseen`)
    return others.flatMap(key => mismatches(value[key], asked, root, `${at}/${key}`))
  },
  items: (value, asked: Schema, { root, at }) =>
    Array.isArray(value) ? value.flatMap((one, i) => mismatches(one, asked, root, `${at}/${i}`)) : [],
  anyOf: (value, asked: readonly Schema[], sight) =>
    says(matching(value, asked, sight) > 0, sight, 'fits none of the alternatives'),
  oneOf: (value, asked: readonly Schema[], sight) =>
    says(matching(value, asked, sight) === 1, sight, 'does not fit one of the alternatives'),
  $ref: (value, asked: string, { root, at }) => mismatches(value, referred(root, asked), root, at),
}

const matching = (value: unknown, schemas: readonly Schema[], { root, at }: Sight) =>
  schemas.filter(schema => mismatches(value, schema, root, at).length === 0).length

function referred(root: Schema, pointer: string): Schema {
  const steps = pointer.replace(/^#\//, '').split('/')
  return steps.reduce<Schema>((at, step) => at[step] as Schema, root)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  return type === 'object' ? isRecord(value) : typeof value === type
}
