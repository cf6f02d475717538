/** Declared attributes and properties, and their values. */
import { type Ast, textOf } from '@merit-lang/language'
import type { Entity } from './entities.ts'
import { declare, entity, type Search } from './search.ts'
import { attributeOwner, lend, lendElement, type Owner, propertyOwners, valueEntity } from './values.ts'
import { visit } from './visit.ts'

export function visitLeadFields(cx: Search, fields: readonly Ast.Field[]): void {
  const byName = new Map(cx.understood.attributes.map(attribute => [attribute.name, attribute]))
  const ownersOf = (name: string) => {
    const attribute = byName.get(name)
    return attribute ? attributeOwner(cx, attribute) : []
  }
  visitFields(cx, fields, { kind: 'attribute', prefix: '', ownersOf })
}

export function visitEventFields(cx: Search, fields: readonly Ast.Field[], owner: Entity): void {
  const events = cx.understood.events.filter(({ name }) => name === owner.name)
  visitFields(cx, fields, { kind: 'property', prefix: '', owner, ownersOf: name => propertyOwners(cx, events, name) })
}

/** Where fields stand. */
interface Within {
  readonly kind: 'attribute' | 'property'
  /** Of the record that they are nested in. */
  readonly prefix: string
  readonly owner?: Entity
  /** What the values of a field are values of. */
  readonly ownersOf: (name: string) => readonly Owner[]
}

function visitFields(cx: Search, fields: readonly Ast.Field[], within: Within): void {
  for (const { name, type, fields: nested } of fields) {
    const path = within.prefix + name.text
    declare(cx, entity(cx, nested ? 'record' : within.kind, path, within.owner), name.span)
    if (nested) visitFields(cx, nested, { ...within, prefix: `${path}.` })
    else if (type) for (const owner of within.ownersOf(path)) visitType(cx, type, owner)
    if (type?.unknownIn) visit(cx, type.unknownIn)
  }
}

function visitType(cx: Search, { values, unknownIn }: Ast.TypeExpr, owner: Owner): void {
  for (const element of values?.elements ?? []) {
    const value = nameOf(element)
    if (value !== undefined) declare(cx, valueEntity(cx, owner, value), element.span)
  }
  const unknown = unknownIn?.kind === 'list' ? unknownIn.elements : []
  for (const element of unknown) lendElement(cx, element, owner)
  const meaning = unknownIn?.kind === 'name' ? cx.understood.meanings.get(unknownIn) : undefined
  if (meaning?.kind === 'list') lend(cx, meaning, owner)
}

/** What a declared value is called in the data. */
function nameOf(element: Ast.Expr): string | undefined {
  if (element.kind === 'text') return element.value
  if (element.kind === 'number' || element.kind === 'boolean') return textOf(element.span)
  return element.kind === 'name' ? element.path[0]?.text : undefined
}
