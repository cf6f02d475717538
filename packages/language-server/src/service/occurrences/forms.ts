/** Forms inside statements: comparisons, patterns, tables, modifiers. */
import type { Ast, NodeOf } from '@merit-lang/language'
import { type Events, eventsOf, type Search } from './search.ts'
import { ownersOf, primaryOwners, visitOperand } from './values.ts'
import { visit, visitChildren } from './visit.ts'

type Form<N> = (cx: Search, node: N, events: Events) => void

export const forms = {
  binary: (cx, node, events) => {
    const { operator, left, right } = node
    if (operator !== '=' && operator !== '!=') return visitChildren(cx, node, events)
    visitOperand(cx, left, ownersOf(cx, right, events), events)
    visitOperand(cx, right, ownersOf(cx, left, events), events)
  },
  membership: (cx, { value, in: set }, events) => {
    visit(cx, value, events)
    visitOperand(cx, set, ownersOf(cx, value, events), events)
  },
  wordTest: (cx, { value, operand }, events) => {
    visit(cx, value, events)
    visitOperand(cx, operand, ownersOf(cx, value, events), events)
  },
  aggregate: (cx, { of, pattern }, events) => {
    if (of) visit(cx, of, eventsOf(cx, pattern.name))
    visit(cx, pattern, events)
  },
  pattern: (cx, { name, args = [], windows }) => {
    const events = eventsOf(cx, name)
    const owners = primaryOwners(cx, events)
    visit(cx, name)
    for (const arg of args) visitOperand(cx, arg, owners, events)
    for (const window of windows) visitChildren(cx, window, [])
  },
  pointsBy: (cx, { subject, rows }, events) => {
    const owners = ownersOf(cx, subject, events)
    visit(cx, subject, events)
    for (const { cases, points } of rows) {
      for (const one of cases) {
        if (one.kind === 'value') visitOperand(cx, one.value, owners, events)
        else visit(cx, one, events)
      }
      visit(cx, points, events)
    }
  },
} satisfies { readonly [K in Ast.AnyNode['kind']]?: Form<NodeOf<K>> }
