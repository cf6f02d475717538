/** Fixes of rows of tables and grades, with what sets them apart. */
import { type Span, textOf } from '../syntax/source.ts'
import { type Edit, type Fix, takeOut } from './diagnostic.ts'

/** Where a row is to go: behind the last one. */
export interface Behind {
  readonly row: Span
  /** Where the next row begins. */
  readonly next: number
  /** Where the last row ends. */
  readonly last: number
}

/** What stands between the row and the next one goes with it. */
export function moveBehind({ row, next, last }: Behind): Fix {
  const { source, start, end } = row
  const gone: Edit = { span: { source, start, end: next }, text: '' }
  const there = { source, start: last, end: last }
  const text = source.text.slice(end, next) + textOf(row)
  return { title: `Move \`${textOf(row)}\` to the end`, edits: [gone, { span: there, text }] }
}

/** One of several cases, and the next one if it is the first of its row. */
export function takeOutCase(one: Span, next: number | undefined): Fix {
  if (next === undefined) return takeOut(one, ',')
  return { title: `Take out \`${textOf(one)}\``, edits: [{ span: { ...one, end: next }, text: '' }] }
}
