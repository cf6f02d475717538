/** Statements: what they declare, and the events that names in them belong to. */
import { type Ast, childrenOf, type NodeOf, reasonOf, ruleId } from '@merit-lang/language'
import type { Entity, EntityKind } from './entities.ts'
import { visitEventFields, visitLeadFields } from './fields.ts'
import { declare, entity, eventsOf, imply, type Search } from './search.ts'
import { visitTest } from './tests.ts'
import { visit, visitChildren } from './visit.ts'

type Form<N> = (cx: Search, node: N) => void
type Definition = NodeOf<'listDecl' | 'let' | 'segment'>

const defining =
  (kind: EntityKind): Form<Definition> =>
  (cx, node) => {
    declare(cx, entity(cx, kind, node.name.text), node.name.span)
    for (const child of childrenOf(node)) if (child !== node.name) visit(cx, child)
  }

export const statements = {
  lead: (cx, { fields }) => visitLeadFields(cx, fields),
  event: (cx, { name, fields = [], derivation }) => {
    const event = entity(cx, derivation ? 'derived' : 'event', name.text)
    declare(cx, event, name.span)
    visitEventFields(cx, fields, event)
    if (derivation) visitDerivation(cx, derivation)
  },
  listDecl: defining('list'),
  let: defining('let'),
  segment: defining('segment'),
  score: (cx, node) => {
    const score = entity(cx, 'score', node.name.text)
    declare(cx, score, node.name.span)
    visitBlock(cx, node, score)
  },
  group: (cx, node) => visitGroup(cx, node, entity(cx, 'score', 'total')),
  rule: visitRule,
  grade: visitGrade,
  qualify: (cx, node) => {
    const { stage, span } = node
    if (stage) declare(cx, entity(cx, 'stage', stage.text), stage.span)
    else imply(cx, entity(cx, 'stage', 'qualified'), span)
    for (const child of childrenOf(node)) if (child !== stage) visit(cx, child)
  },
  disqualify: (cx, node) => {
    const { reason, condition, span } = node
    const one = entity(cx, 'reason', reasonOf(node))
    if (reason) declare(cx, one, reason.span)
    else imply(cx, one, span)
    visit(cx, condition)
  },
  test: visitTest,
} satisfies { readonly [K in Ast.Statement['kind']]?: Form<Extract<Ast.Statement, { kind: K }>> }

/** What `per` goes by is a property of any of the events. */
function visitDerivation(cx: Search, derivation: Ast.Derivation): void {
  const patterns = childrenOf(derivation).filter(child => child.kind === 'pattern')
  visitChildren(
    cx,
    derivation,
    patterns.flatMap(({ name }) => eventsOf(cx, name)),
  )
}

function visitBlock(cx: Search, node: Ast.ScoreDecl | Ast.Group, block: Entity): void {
  for (const child of childrenOf(node)) {
    if (child.kind === 'group') visitGroup(cx, child, block)
    else if (child !== node.name) visit(cx, child)
  }
}

function visitGroup(cx: Search, node: Ast.Group, owner: Entity): void {
  const group = entity(cx, 'group', node.name.text, owner)
  declare(cx, group, node.name.span)
  visitBlock(cx, node, group)
}

function visitRule(cx: Search, rule: Ast.RuleDecl): void {
  const { trigger, action, modifiers } = rule
  const events = trigger.kind === 'on' ? eventsOf(cx, trigger.pattern.name) : []
  nameRule(cx, rule)
  visitChildren(cx, trigger, [])
  visit(cx, action, events)
  for (const modifier of modifiers) if (modifier.kind !== 'label') visitChildren(cx, modifier, events)
}

/** By its label; by its text where a test might name it so. */
function nameRule(cx: Search, rule: Ast.RuleDecl): void {
  const label = rule.modifiers.find(modifier => modifier.kind === 'label')?.text
  if (label?.kind === 'text') declare(cx, entity(cx, 'rule', label.value), label.span)
  else if (cx.rulesAreNamed) imply(cx, entity(cx, 'rule', ruleId(rule).id), rule.span)
}

function visitGrade(cx: Search, { name, from, rows = [], otherwise, joined = [] }: Ast.GradeDecl): void {
  const grade = entity(cx, 'grade', name.text)
  declare(cx, grade, name.span)
  for (const label of [...rows.map(row => row.label), ...(otherwise ? [otherwise] : [])])
    declare(cx, entity(cx, 'label', label.text, grade), label.span)
  for (const { at, when } of rows) for (const part of [at, when]) if (part) visit(cx, part)
  for (const part of [...(from ? [from] : []), ...joined]) visit(cx, part)
}
