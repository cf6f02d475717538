/** The declarations for a file of leads. */
import { writtenName } from '@merit-lang/language'
import { looksLikeId } from '@merit-lang/leads'
import type { Column } from './columns.ts'
import { type Inferred, type InferredNumber, inferType } from './infer.ts'
import { attributeName, comment, freeName, textLiteral, valueText } from './names.ts'

export interface InferredAttribute {
  readonly key: string
  readonly name: string
  readonly type: Inferred
  readonly placeholders: readonly string[]
}

export interface Schema {
  readonly attributes: readonly InferredAttribute[]
  /** The keys of the columns that only tell leads apart. */
  readonly identifiers: readonly string[]
  /** All names: of attributes, and of the list of placeholders. */
  readonly names: ReadonlySet<string>
  /** The list of placeholders, if there are any. */
  readonly notSaid: { readonly name: string; readonly values: readonly string[] } | undefined
}

/** Keys that a text literal cannot hold would not be found in the data: such columns are left out. */
const writable = (key: string) => !/[\n\r\t]/.test(key)

/** Names that mean something already: a list of the language, the stage of the starter model. */
const builtIn = ['free_email_domains', 'MQL']

/** @param idKey identifies leads. */
export function inferSchema(columns: readonly Column[], idKey: string | undefined): Schema {
  const taken = new Set(builtIn)
  const usable = columns.filter(({ key }) => writable(key))
  const identifiers = usable.filter(column => tellsApart(column, idKey))
  const attributes = usable
    .filter(column => !identifiers.includes(column))
    .map((column): InferredAttribute => {
      const name = freeName(attributeName(column.key), taken)
      return { key: column.key, name, type: inferType(column), placeholders: [...column.placeholders] }
    })
  const values = distinct(attributes.flatMap(({ placeholders }) => placeholders))
  const notSaid = values.length === 0 ? undefined : { name: freeName('not_said', taken), values }
  return { attributes, identifiers: identifiers.map(({ key }) => key), names: taken, notSaid }
}

/** An id, or what is different for every one of many leads and is called a number; but an e-mail address tells something. */
function tellsApart({ key, unique, known, records }: Column, idKey: string | undefined): boolean {
  if (key === idKey) return !/e-?mail/i.test(key)
  const named = looksLikeId(key) || /(^|[^a-z])(uuid|guid|number|no|nr|key)$/i.test(key)
  return named && unique && known === records && records >= fewLeads
}

/** Among fewer, that no value comes twice says nothing. */
const fewLeads = 20

function distinct(values: readonly string[]): string[] {
  return [...new Map(values.map(value => [value.toLowerCase(), value])).values()]
}

/** Not formatted yet. */
export function schemaText(schema: Schema, file: string, records: string): string {
  const { attributes, identifiers, names, notSaid } = schema
  const fields = attributes.map(attribute => fieldText(attribute, names, notSaid?.name)).join('\n')
  return [
    comment(
      `Written by merit init from ${file} (${records}). Correct it where the file misleads: a value that is not listed here counts as unknown, and scoring reports it.`,
    ),
    ...(identifiers.length > 0
      ? [comment(`Left out, for telling no more than who a lead is: ${identifiers.join(', ')}.`)]
      : []),
    '',
    ...(notSaid
      ? [
          `# What the data says where nothing is known.\nlist ${notSaid.name} = [${notSaid.values.map(textLiteral).join(', ')}]\n`,
        ]
      : []),
    `lead {\n${fields}\n}\n`,
  ].join('\n')
}

function fieldText(attribute: InferredAttribute, names: ReadonlySet<string>, notSaid: string | undefined): string {
  const { key, name, type } = attribute
  const from = key === name ? '' : ` from ${textLiteral(key)}`
  return `${writtenName(name)}: ${typeText(type, names)}${unknownText(attribute, notSaid)}${from}`
}

function unknownText({ type, placeholders }: InferredAttribute, notSaid: string | undefined): string {
  const markers = type.kind === 'number' ? type.unknown : []
  if (markers.length > 0) return ` unknown in [${[...placeholders.map(textLiteral), ...markers].join(', ')}]`
  return placeholders.length > 0 && notSaid ? ` unknown in ${notSaid}` : ''
}

const types = {
  text: () => 'text',
  boolean: () => 'boolean',
  date: () => 'date',
  number: numberText,
  enum: ({ values }, names) => `one of ${valuesText(values, names)}`,
  list: ({ values }, names) => (values ? `list of ${valuesText(values, names)}` : 'list of text'),
} satisfies { [K in Inferred['kind']]: (type: Extract<Inferred, { kind: K }>, names: ReadonlySet<string>) => string }

function numberText({ integer, negative }: InferredNumber): string {
  return `${integer ? 'integer' : 'number'}${negative ? '' : ' 0..'}`
}

function typeText(type: Inferred, names: ReadonlySet<string>): string {
  const write: (type: never, names: ReadonlySet<string>) => string = types[type.kind]
  return write(type as never, names)
}

function valuesText(values: readonly string[], names: ReadonlySet<string>): string {
  return `[${values.map(value => valueText(value, names)).join(', ')}]`
}
