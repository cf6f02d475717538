/** A run of rules `when x = A add …` as one table `points by x { … }`. */
import type { Ast } from '@merit-lang/language'
import type { Action } from '../../workspace.ts'
import { indentationAt, replace } from '../edits.ts'
import { isCursor, type Refactoring, type Selection, siblingsAt } from '../selection.ts'
import { anyOverlap, type Row, rowOf } from './rows.ts'

export const pointsBy: Refactoring = at => {
  const run = runAt(at)
  const [first] = run
  if (!first || run.length < 2 || anyOverlap(run.flatMap(({ row }) => row.cases))) return []
  const title = `Write these ${run.length} rules as a table by \`${first.row.subject}\``
  return [{ title, kind: 'refactor.rewrite', edits: () => tableOf(at, run) } satisfies Action]
}

interface Member {
  readonly rule: Ast.RuleDecl
  readonly row: Row
}

/** The selected rules, if all fit into one table; for a cursor those around it that do. */
function runAt(at: Selection): readonly Member[] {
  const siblings = siblingsAt(at)
  const touched = siblings.filter(({ span }) => span.start <= at.end && at.start <= span.end)
  const members = touched.map(one => memberOf(at, one))
  const first = members[0]
  if (!first || members.some(one => one?.row.subject !== first.row.subject)) return []
  const run = isCursor(at) ? grown(at, siblings, first) : members.filter(one => one !== undefined)
  return hasComments(at, run) ? [] : run
}

function memberOf({ project }: Selection, node: Ast.Statement): Member | undefined {
  const row = node.kind === 'rule' ? rowOf(project.checked.understood, node) : undefined
  return row && { rule: node as Ast.RuleDecl, row }
}

function grown(at: Selection, siblings: readonly Ast.Statement[], member: Member): readonly Member[] {
  const middle = siblings.indexOf(member.rule)
  const fits = (one: Ast.Statement) => {
    const found = memberOf(at, one)
    return found?.row.subject === member.row.subject ? found : undefined
  }
  const before = takeWhile(siblings.slice(0, middle).reverse(), fits)
  return [...before.reverse(), member, ...takeWhile(siblings.slice(middle + 1), fits)]
}

function takeWhile<T, U>(list: readonly T[], take: (one: T) => U | undefined): U[] {
  const taken: U[] = []
  for (const one of list) {
    const found = take(one)
    if (found === undefined) break
    taken.push(found)
  }
  return taken
}

/** A table has no place for them. */
function hasComments({ comments }: Selection, run: readonly Member[]): boolean {
  const [start, end] = [run[0]?.rule.span.start ?? 0, run.at(-1)?.rule.span.end ?? 0]
  return comments.some(({ span }) => span.start > start && span.end < end)
}

function tableOf({ source }: Selection, run: readonly Member[]) {
  const [first, last] = [run[0] as Member, run.at(-1) as Member]
  const indent = indentationAt(source, first.rule.span.start)
  const rows = run.map(({ row }) => `${row.cases.map(({ text }) => text).join(', ')}: ${row.points}`)
  const lines = [...rows, 'else: 0'].map(row => `${indent}  ${row}`)
  const text = [`points by ${first.row.subject} {`, ...lines, `${indent}}`].join('\n')
  return [replace({ source, start: first.rule.span.start, end: last.rule.span.end }, text)]
}
