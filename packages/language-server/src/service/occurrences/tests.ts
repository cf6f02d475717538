/** Tests: their data is named by attribute and property, what they expect by rule, reason, and whatever conditions read. */
import type { Ast, AttributeSymbol, EventSymbol } from '@merit-lang/language'
import { primaryOf } from '@merit-lang/language'
import { declare, entity, eventsOf, type Search, use } from './search.ts'
import { attributeOwner, type Owner, propertyOwner, visitOperand } from './values.ts'
import { visit } from './visit.ts'

type Line<N> = (cx: Search, line: N) => void

export function visitTest(cx: Search, { name, lines: all }: Ast.Test): void {
  if (name.kind === 'text') declare(cx, entity(cx, 'test', name.value), name.span)
  for (const line of all) (lines[line.kind] as Line<Ast.TestLine>)(cx, line)
}

const lines = {
  now: () => {},
  leadData: (cx, { fields }) => visitData(cx, fields, ''),
  eventData: (cx, { type, args, ago }) => {
    const event = eventsOf(cx, type)[0]
    visit(cx, type)
    if (event) for (const arg of args) visitArg(cx, arg, event)
    if (ago) visit(cx, ago)
  },
  expect: (cx, { in: later, that }) => {
    if (later) visit(cx, later)
    if (that.kind === 'holds') visit(cx, that.condition)
    if (that.kind === 'rule' && that.label.kind === 'text')
      use(cx, entity(cx, 'rule', that.label.value), that.label.span)
    if (that.kind === 'disqualified' && that.reason) use(cx, entity(cx, 'reason', that.reason.value), that.reason.span)
  },
} satisfies { [K in Ast.TestLine['kind']]: Line<Extract<Ast.TestLine, { kind: K }>> }

function visitData(cx: Search, fields: readonly Ast.DataField[], prefix: string): void {
  for (const { name, value, fields: nested } of fields) {
    const path = prefix + name.text
    const attribute = attributeNamed(cx, path)
    if (nested) use(cx, entity(cx, 'record', path), name.span)
    else if (attribute) use(cx, entity(cx, 'attribute', path), name.span)
    if (nested) visitData(cx, nested, `${path}.`)
    else if (value && attribute) visitDatum(cx, value, attributeOwner(cx, attribute))
  }
}

function attributeNamed({ understood }: Search, name: string): AttributeSymbol | undefined {
  return understood.attributes.find(one => one.name === name)
}

function visitArg(cx: Search, { name, value }: Ast.DataArg, event: EventSymbol): void {
  const property = name ? event.properties.find(one => one.name === name.text) : primaryOf(event)
  if (!property) return
  if (name) use(cx, entity(cx, 'property', property.name, entity(cx, 'event', event.name)), name.span)
  visitDatum(cx, value, propertyOwner(cx, event, property))
}

function visitDatum(cx: Search, value: Ast.DataValue, owners: readonly Owner[]): void {
  if (value.kind !== 'unknownValue') visitOperand(cx, value, owners, [])
}
