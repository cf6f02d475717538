/** Values in brackets as a `list` of their own, wherever the same ones stand in the file. */
import { type Ast, isPlainName, walk } from '@merit-lang/language'
import { indentationAt, insert, replace, startWithComments } from '../edits.ts'
import { type Refactoring, type Selection, statementAt } from '../selection.ts'
import { freshName } from '../spelling.ts'
import { namesItself } from './expressions.ts'
import { spaced } from './rows.ts'

export const extractList: Refactoring = at => {
  const list = at.path.findLast(node => node.kind === 'list')
  const asking = list && at.path[at.path.indexOf(list) - 1]
  if (!list || !asking || !isAsking(asking) || !mayBeNamed(at, asking, list) || namesItself(statementAt(at))) return []
  return [{ title: 'Extract a list', kind: 'refactor.extract', edits: () => editsOf(at, asking, list) }]
}

type Asking = Ast.Membership | Ast.WordTest

const isAsking = (node: Ast.AnyNode): node is Asking => node.kind === 'membership' || node.kind === 'wordTest'
const listOf = (node: Asking) => (node.kind === 'membership' ? node.in : node.operand)

/**
 * Plain values only. After the name of a list an attribute that is not declared would no longer be taken for a list by the
 * bare values that it is asked for.
 */
function mayBeNamed({ project }: Selection, asking: Asking, { elements }: Ast.ListLit): boolean {
  const { meanings } = project.checked.understood
  const isValue = (one: Ast.Expr) => one.kind !== 'name' || meanings.get(one)?.kind === 'symbol'
  const isClear =
    asking.kind === 'membership' || isDeclared(meanings, asking.value) || elements.every(one => one.kind === 'text')
  return elements.length > 0 && elements.every(isValue) && isClear
}

export function isDeclared(meanings: ReadonlyMap<Ast.AnyNode, unknown>, value: Ast.Expr): boolean {
  const meaning = meanings.get(value) as { readonly declared?: boolean } | undefined
  return meaning?.declared === true
}

function editsOf(at: Selection, asking: Asking, list: Ast.ListLit) {
  const name = freshName(at.project, wishFor(asking.value))
  const same = sameLists(at, list)
  const first = at.file.statements.find(({ span }) => span.end >= (same[0] ?? list).span.start) as Ast.Statement
  const start = startWithComments(at.comments, first)
  const declaration = `list ${name} = ${spaced(list)}\n${indentationAt(at.source, start)}`
  return [insert(at.source, start, declaration), ...same.map(({ span }) => replace(span, name))]
}

/** In the order of the text. */
function sameLists(at: Selection, { span }: Ast.ListLit): readonly Ast.ListLit[] {
  const found: Ast.ListLit[] = []
  for (const statement of at.file.statements) {
    if (namesItself(statement)) continue
    walk(statement, node => {
      const list = isAsking(node) ? listOf(node) : undefined
      if (
        list?.kind === 'list' &&
        spaced(list) === spaced({ kind: 'hole', span }) &&
        mayBeNamed(at, node as Asking, list)
      )
        found.push(list)
    })
  }
  return found
}

function wishFor(value: Ast.Expr): string {
  const name = value.kind === 'name' ? (value.path.at(-1)?.text ?? '') : value.kind === 'call' ? value.name.text : ''
  return isPlainName(name) ? `${name}_list` : 'values'
}
