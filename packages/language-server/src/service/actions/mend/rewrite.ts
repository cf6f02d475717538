/** What stands in the wrong place, or without what it needs, written as it was likely meant. */
import { type Ast, textOf, writtenName } from '@merit-lang/language'
import { indentationAt, insert, replace } from '../edits.ts'
import type { Mending } from './scene.ts'

/** `seconds > 60` as `any page_view(seconds > 60)`. */
export const askEvent: Mending<{ readonly event: string }> = ({ diagnostic, path }) => {
  const test = path.findLast(isTest)
  if (!test) return []
  const text = `any ${writtenName(diagnostic.params.event)}(${textOf(test.span)})`
  return [{ title: `Write \`${text}\``, edits: [replace(test.span, text)] }]
}

const kinds: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'membership',
  'wordTest',
  'knownTest',
  'ageTest',
  'momentTest',
])
const comparing: ReadonlySet<Ast.BinaryOperator> = new Set(['=', '!=', '<', '<=', '>', '>='])

function isTest(node: Ast.AnyNode): boolean {
  return node.kind === 'binary' ? comparing.has(node.operator) : kinds.has(node.kind)
}

/** On the day of the date that has no meaning without. */
export const addNow: Mending<{ readonly date: string }> = ({ diagnostic, path }) => {
  const test = path.find(node => node.kind === 'test')
  const first = test?.lines[0]?.span
  if (!first) return []
  const now = `now ${diagnostic.params.date.slice(0, 10)}`
  const edit = insert(first.source, first.start, `${now}\n${indentationAt(first.source, first.start)}`)
  return [{ title: `Add \`${now}\``, edits: [edit] }]
}

/** The rows of a grade, the highest number first. */
export const sortCutOffs: Mending<unknown> = ({ path }) => {
  const rows = path.find(node => node.kind === 'grade')?.rows ?? []
  const cutOffs = rows.map(({ at }) => (at?.kind === 'number' ? at.value : undefined))
  const distinct = new Set(cutOffs).size === cutOffs.length
  if (!distinct || cutOffs.includes(undefined)) return []
  const sorted = rows.toSorted((a, b) => cutOff(b) - cutOff(a))
  const edits = rows.map(({ span }, i) => replace(span, textOf((sorted[i] as Ast.GradeRow).span)))
  return [{ title: 'Sort the rows', edits }]
}

const cutOff = ({ at }: Ast.GradeRow) => (at?.kind === 'number' ? at.value : 0)
