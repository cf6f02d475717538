/** The data go on calling an attribute as they did: where the old name was its key, `from "…"` says so from now on. */
import { type Ast, writtenText } from '@merit-lang/language'
import { innermost, nodesAt } from '../nodes.ts'
import type { Occurrence } from '../occurrences.ts'
import type { Project, TextEdit } from '../workspace.ts'

/** `declaration` is one of an attribute, a property, or a record of them. */
export function keepKeys(project: Project, { entity, span }: Occurrence, name: string): readonly TextEdit[] {
  const file = project.checked.understood.files.find(({ source }) => source === span.source)
  const field = file && innermost(nodesAt(file.ast, span.start), 'field')
  const prefix = entity.name.slice(0, entity.name.lastIndexOf('.') + 1)
  return field ? keepKey(field, entity.name, prefix + name) : []
}

export function hasKeys({ entity: { kind }, role }: Occurrence): boolean {
  return role === 'declaration' && (kind === 'attribute' || kind === 'property' || kind === 'record')
}

function keepKey({ type, fields }: Ast.Field, before: string, after: string): readonly TextEdit[] {
  if (fields) return fields.flatMap(one => keepKey(one, `${before}.${one.name.text}`, `${after}.${one.name.text}`))
  if (!type) return []
  if (!type.from) return [insertFrom(type, before)]
  return type.from.value === after ? [removeFrom(type, type.from)] : []
}

function insertFrom({ span: { source, end } }: Ast.TypeExpr, key: string): TextEdit {
  return { span: { source, start: end, end }, text: ` from ${writtenText(key)}` }
}

function removeFrom(type: Ast.TypeExpr, { span: { source, start, end } }: Ast.TextLit): TextEdit {
  const before = source.text.slice(type.span.start, start).replace(/\s*from\s*$/, '')
  return { span: { source, start: type.span.start + before.length, end }, text: '' }
}
