/** Tables that leave something out, or take it twice. */
import { textOf } from '@merit-lang/language'
import { indentationAt, insert, replace } from '../edits.ts'
import type { Mending } from './scene.ts'

/** No points for all that no row takes. */
export const addElse: Mending<unknown> = ({ path }) => {
  const rule = path.findLast(node => node.kind === 'rule')
  const rows = rule && 'action' in rule && rule.action.kind === 'pointsBy' ? rule.action.rows : []
  const last = rows.at(-1)?.span
  if (!last) return []
  const { source, start, end } = last
  const alone = /\n[ \t]*$/.test(source.text.slice(0, start))
  const edit = insert(source, end, `${alone ? `\n${indentationAt(source, start)}` : '  '}else: 0`)
  return [{ title: 'Add `else: 0`', edits: [edit] }]
}

interface Overlap {
  readonly first: string
  readonly second: string
  /** In both. */
  readonly value: string
}

/** `0..50` beside `50..100` is `0..<50`. */
export const halfOpen: Mending<Overlap> = ({ diagnostic: { params, related } }) => {
  const span = related[0]?.span
  const [, low, high] = (span && /^(.+?)\.\.([^<].*)$/.exec(textOf(span))) ?? []
  if (!span || high !== params.value || !params.second.startsWith(`${high}..`)) return []
  const text = `${low}..<${high}`
  return [{ title: `Write \`${text}\``, edits: [replace(span, text)] }]
}
