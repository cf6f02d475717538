/** The definition of a `let`, `segment` or `list` in place of its name, wherever it stands in any model. */
import { type Ast, textOf } from '@merit-lang/language'
import { type EntityKind, type Occurrence, occurrencesAt, occurrencesEverywhere } from '../../occurrences.ts'
import type { TextEdit } from '../../workspace.ts'
import { replace, wholeLines } from '../edits.ts'
import { nodesAround, type Refactoring, type Selection } from '../selection.ts'
import { meaningsIn, namesItself } from './expressions.ts'
import { isDeclared } from './extract-list.ts'

export const inline: Refactoring = at => {
  const entity = occurrencesAt({ ...at, offset: at.start }).find(one => inlined.has(one.entity.kind))?.entity
  const declaration = entity && declarationOf(at, entity.name)
  if (!entity || !declaration) return []
  const title = `Put the definition in place of \`${entity.name}\``
  const edits = () => editsOf(at, declaration, occurrencesEverywhere(at.workspace, at.project, [entity]))
  return [{ title, kind: 'refactor.inline', edits }]
}

type Declaration = Ast.Let | Ast.Segment | Ast.ListDecl

const inlined: ReadonlySet<EntityKind> = new Set(['let', 'segment', 'list'])

function declarationOf({ project }: Selection, name: string): Declaration | undefined {
  const { lets, segments, lists } = project.checked.understood
  return [...lets, ...segments, ...lists].find(one => one.name === name)?.declaration
}

const definitionOf = (declaration: Declaration) =>
  declaration.kind === 'let'
    ? declaration.value
    : declaration.kind === 'segment'
      ? declaration.condition
      : declaration.list

/** None at all where one use cannot be replaced. */
function editsOf(at: Selection, declaration: Declaration, occurrences: readonly Occurrence[]): readonly TextEdit[] {
  const definition = definitionOf(declaration)
  const uses = occurrences.filter(({ role }) => role === 'use')
  const replaced = uses.map(({ span }) => {
    const file = at.workspace.parsed(span.source.path)?.ast
    const path = file ? nodesAround(file, span) : []
    const text = textInPlace(at, definition, path)
    return text === undefined ? undefined : replace(span, text)
  })
  if (replaced.some(edit => edit === undefined)) return []
  const comments = at.workspace.parsed(declaration.span.source.path)?.comments ?? []
  const removed = replace(wholeLines(comments, declaration), '')
  return [removed, ...replaced.filter(edit => edit !== undefined)]
}

function textInPlace(at: Selection, definition: Ast.AnyNode, path: readonly Ast.AnyNode[]): string | undefined {
  const { meanings } = at.project.checked.understood
  const names = meaningsIn(meanings, definition).filter(({ kind }) => kind !== 'symbol')
  if (namesItself(path[1]) || (names.length > 0 && isOfEvent(path))) return undefined
  const around = path.findLast(({ kind }) => kind !== 'ident' && kind !== 'name')
  const bare = definition.kind === 'list' && definition.elements.some(({ kind }) => kind === 'name')
  if (bare && around?.kind === 'wordTest' && !isDeclared(meanings, around.value)) return undefined
  const text = textOf(definition.span)
  if (definition.kind === 'list' && around?.kind === 'value') return text.replace(/^\[\s*|\s*\]$/g, '')
  return needsNone.has(definition.kind) || wholes.has(around?.kind ?? 'hole') ? text : `(${text})`
}

/** Names of attributes would be those of properties there. */
function isOfEvent(path: readonly Ast.AnyNode[]): boolean {
  return path.some(
    node => events.has(node.kind) || (node.kind === 'rule' && 'trigger' in node && node.trigger.kind === 'on'),
  )
}

type Kinds = ReadonlySet<Ast.AnyNode['kind']>
const events: Kinds = new Set(['pattern', 'aggregate', 'event'])
/** What binds more tightly than anything around it. A name in parentheses is never taken for a value. */
const needsNone: Kinds = new Set(['number', 'percent', 'duration', 'date', 'text', 'boolean', 'call', 'paren', 'list'])
/** What has the whole expression. */
const wholes: Kinds = new Set([
  'when',
  'disqualify',
  'qualify',
  'promise',
  'paren',
  'firstRow',
  'gradeRow',
  'let',
  'segment',
  'call',
])
