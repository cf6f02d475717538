/** A value bare or in quotes, where both are right. */
import { type Ast, isPlainName, type Type, writtenText } from '@merit-lang/language'
import type { Action } from '../../workspace.ts'
import { replace } from '../edits.ts'
import { isCursor, type Refactoring, type Selection, statementAt } from '../selection.ts'
import { namesItself } from './expressions.ts'

export const quotes: Refactoring = at => {
  const value = at.path.findLast(node => node.kind === 'name' || node.kind === 'text')
  if (!value || !isCursor(at) || namesItself(statementAt(at)) || !isOfValues(at, value)) return []
  return value.kind === 'text' ? withoutQuotes(at, value) : withQuotes(at, value)
}

function withoutQuotes({ project }: Selection, { value, span }: Ast.TextLit): readonly Action[] {
  const { understood } = project.checked
  const named = [...understood.lets, ...understood.lists, ...understood.scores, ...understood.attributes]
  if (!isPlainName(value) || named.some(({ name }) => name === value)) return []
  return [{ title: `Write \`${value}\` without quotes`, kind: 'refactor.rewrite', edits: () => [replace(span, value)] }]
}

function withQuotes({ project }: Selection, name: Ast.NameExpr): readonly Action[] {
  const meaning = project.checked.understood.meanings.get(name)
  const written = name.path.map(({ text }) => text).join('.')
  if (meaning?.kind !== 'symbol') return []
  return [
    {
      title: `Write \`${written}\` in quotes`,
      kind: 'refactor.rewrite',
      edits: () => [replace(name.span, writtenText(written))],
    },
  ]
}

/** What it is compared with has declared values, so that quotes do not change its type. */
function isOfValues(at: Selection, value: Ast.Expr): boolean {
  const test = at.path[at.path.indexOf(value) - 1]
  const list = test?.kind === 'list' ? at.path[at.path.indexOf(test) - 1] : test
  const subject =
    list?.kind === 'membership' ? list.value : list?.kind === 'binary' && list.right === value ? list.left : undefined
  const type: Type | undefined = subject && at.project.checked.understood.types.get(subject)
  return type?.kind === 'enum' && type.values !== undefined
}
