/** Declares what is used and declared nowhere. */
import { type Ast, writtenName } from '@merit-lang/language'
import { indentationAt, insert } from '../edits.ts'
import { writtenValue } from '../spelling.ts'
import { guessType } from './guess.ts'
import type { Mending } from './scene.ts'

interface Named {
  readonly name: string
}

/** In the block of the lead. */
export const declareAttribute: Mending<Named> = ({ diagnostic, statements, path }) => {
  const { name } = diagnostic.params
  const fields = statements.find(one => one.kind === 'lead')?.fields
  if (!fields || name.includes('.') || path.some(({ kind }) => kind === 'pattern')) return []
  return withField(fields, `Declare the attribute \`${name}\``, `${writtenName(name)}: ${guessType(path)}`)
}

export const declareProperty: Mending<Named & { readonly event: string }> = ({ diagnostic, statements, path }) => {
  const { name, event } = diagnostic.params
  const declaration = statements.find(one => one.kind === 'event' && one.name.text === event) as
    | Ast.EventDecl
    | undefined
  const title = `Declare the property \`${name}\` of \`${event}\``
  return withField(declaration?.fields ?? [], title, `${writtenName(name)}: ${guessType(path)}`)
}

/** Behind the last one, on a line of its own if that one has one. */
function withField(fields: readonly Ast.Field[], title: string, text: string) {
  const last = fields.at(-1)?.span
  if (!last) return []
  const { source, start, end } = last
  const indent = indentationAt(source, start)
  const alone = /\n[ \t]*$/.test(source.text.slice(0, start))
  return [{ title, edits: [insert(source, end, `${alone ? `\n${indent}` : '  '}${text}`)] }]
}

/** Below the other events. */
export const declareEvent: Mending<Named & { readonly attribute?: unknown }> = ({ diagnostic, statements }) => {
  const { name, attribute } = diagnostic.params
  const last = statements.findLast(({ kind }) => kind === 'event')
  if (!last || attribute !== undefined) return []
  const edit = insert(last.span.source, last.span.end, `\nevent ${writtenName(name)}`)
  return [{ title: `Declare the event \`${name}\``, edits: [edit] }]
}

interface UnknownValue {
  readonly value: string
  readonly of: string
}

/** Where the declaration is that the diagnostic points to. */
export const declareValue: Mending<UnknownValue> = ({ diagnostic, statements }) => {
  const { value, of } = diagnostic.params
  const declared = diagnostic.related[0]?.span
  const field = declared && fieldsOf(statements).find(({ name }) => isSame(name.span, declared))
  const last = field?.type?.values?.elements.at(-1)?.span
  if (!last) return []
  const edit = insert(last.source, last.end, `, ${writtenValue(value)}`)
  return [{ title: `Add \`${value}\` to the values of \`${of}\``, edits: [edit] }]
}

function fieldsOf(statements: readonly Ast.Statement[]): readonly Ast.Field[] {
  return statements.flatMap(one => (one.kind === 'lead' || one.kind === 'event' ? flat(one.fields ?? []) : []))
}

function flat(fields: readonly Ast.Field[]): readonly Ast.Field[] {
  return fields.flatMap(field => [field, ...flat(field.fields ?? [])])
}

const isSame = (a: Ast.AnyNode['span'], b: Ast.AnyNode['span']) => a.source === b.source && a.start === b.start
