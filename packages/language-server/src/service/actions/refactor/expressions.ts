/** What may be said of an expression before it is moved elsewhere. */
import { type Ast, type Meaning, walk } from '@merit-lang/language'
import type { Selection } from '../selection.ts'

/** The node that is just what is selected. */
export function selectedExpr({ path, start, end }: Selection): Ast.Expr | undefined {
  const exact = path.filter(({ kind, span }) => span.start === start && span.end === end && !notExpr.has(kind))
  return exact.at(-1) as Ast.Expr | undefined
}

/** Nodes that may have the span of an expression without being one. */
const notExpr: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'ident',
  'value',
  'holds',
  'always',
  'pattern',
  'range',
  'label',
  'hole',
  'type',
  'dataArg',
  'unknown',
  'else',
  'rule',
  'when',
  'on',
  'add',
  'union',
  'byRow',
  'firstRow',
  'gradeRow',
  'field',
  'dataField',
  'unknownValue',
])

/** Not inside of what has names of its own: an event's properties are known only with the event, data only in a test. */
export function standsAlone({ path }: Selection, expr: Ast.Expr): boolean {
  const above = path.slice(0, path.indexOf(expr))
  const ofEvent = above.some(
    node => ownNames.has(node.kind) || (node.kind === 'rule' && 'trigger' in node && isOfEvent(node, expr)),
  )
  return !ofEvent
}

const ownNames: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'pattern',
  'aggregate',
  'event',
  'test',
  'lead',
  'listDecl',
  'type',
])

/** In the points of a rule about events. */
function isOfEvent({ trigger, action }: Ast.RuleDecl, { span }: Ast.Expr): boolean {
  return trigger.kind === 'on' && action.span.start <= span.start && span.end <= action.span.end
}

const later: ReadonlySet<Meaning['kind']> = new Set(['score', 'grade', 'stage'])

/** Definitions are worked out before scores, grades and stages. */
export function dependsOnScores({ project }: Selection, expr: Ast.Expr): boolean {
  return meaningsIn(project.checked.understood.meanings, expr).some(({ kind }) => later.has(kind))
}

export function meaningsIn(meanings: ReadonlyMap<Ast.AnyNode, Meaning>, expr: Ast.AnyNode): readonly Meaning[] {
  const found: Meaning[] = []
  walk(expr, node => {
    const meaning = meanings.get(node)
    if (meaning) found.push(meaning)
  })
  return found
}

/** Without a reason of its own, a disqualification is named by how its condition is written. */
export function namesItself(statement: Ast.AnyNode | undefined): boolean {
  return statement?.kind === 'disqualify' && !statement.reason
}
