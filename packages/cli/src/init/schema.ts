/** The declarations for a file of leads. */
import type { Column } from './columns.ts'
import { type Inferred, inferType } from './infer.ts'
import { attributeName, freeName, nameText, textLiteral, valueText } from './names.ts'

export interface InferredAttribute {
  readonly key: string
  readonly name: string
  readonly type: Inferred
  readonly placeholders: readonly string[]
}

export interface Schema {
  readonly attributes: readonly InferredAttribute[]
  /** All names: of attributes, and of the list of placeholders. */
  readonly names: ReadonlySet<string>
  /** The list of placeholders, if there are any. */
  readonly notSaid: { readonly name: string; readonly values: readonly string[] } | undefined
}

/** Keys that a text literal cannot hold would not be found in the data: such columns are left out. */
const writable = (key: string) => !/[\n\r\t]/.test(key)

/** @param idKey identifies leads and is no attribute, unless it tells something: an e-mail address. */
export function inferSchema(columns: readonly Column[], idKey: string | undefined): Schema {
  const taken = new Set<string>()
  const attributes = columns
    .filter(({ key }) => writable(key) && (key !== idKey || /e-?mail/i.test(key)))
    .map((column): InferredAttribute => {
      const name = freeName(attributeName(column.key), taken)
      return { key: column.key, name, type: inferType(column), placeholders: [...column.placeholders] }
    })
  const values = distinct(attributes.flatMap(({ placeholders }) => placeholders))
  const notSaid = values.length === 0 ? undefined : { name: freeName('not_said', taken), values }
  return { attributes, names: taken, notSaid }
}

function distinct(values: readonly string[]): string[] {
  return [...new Map(values.map(value => [value.toLowerCase(), value])).values()]
}

/** Not formatted yet. */
export function schemaText({ attributes, names, notSaid }: Schema, file: string, records: string): string {
  const list = notSaid
    ? `\n# What the data says where nothing is known.\nlist ${notSaid.name} = [${notSaid.values.map(textLiteral).join(', ')}]\n`
    : ''
  const fields = attributes.map(attribute => fieldText(attribute, names, notSaid?.name)).join('\n')
  return `# Written by merit init from ${file} (${records}). Correct it where the file misleads: a value\n# that is not listed here counts as unknown, and scoring reports it.\n${list}\nlead {\n${fields}\n}\n`
}

function fieldText(attribute: InferredAttribute, names: ReadonlySet<string>, notSaid: string | undefined): string {
  const { key, name, type, placeholders } = attribute
  const from = key === name ? '' : ` from ${textLiteral(key)}`
  const unknown = placeholders.length > 0 && notSaid ? ` unknown in ${notSaid}` : ''
  return `${nameText(name)}: ${typeText(type, names)}${unknown}${from}`
}

const types = {
  text: () => 'text',
  boolean: () => 'boolean',
  date: () => 'date',
  number: ({ integer, negative }) => `${integer ? 'integer' : 'number'}${negative ? '' : ' 0..'}`,
  enum: ({ values }, names) => `one of ${valuesText(values, names)}`,
  list: ({ values }, names) => (values ? `list of ${valuesText(values, names)}` : 'list of text'),
} satisfies { [K in Inferred['kind']]: (type: Extract<Inferred, { kind: K }>, names: ReadonlySet<string>) => string }

function typeText(type: Inferred, names: ReadonlySet<string>): string {
  const write: (type: never, names: ReadonlySet<string>) => string = types[type.kind]
  return write(type as never, names)
}

function valuesText(values: readonly string[], names: ReadonlySet<string>): string {
  return `[${values.map(value => valueText(value, names)).join(', ')}]`
}
