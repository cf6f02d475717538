/** Changes of a model for a terminal. */
import { type Change, marks, partsOf, subjectText } from '@merit-lang/insight'
import { columnsOf, onOneLine, type Paint, shorten } from '../paint.ts'

const painted = { added: 'good', removed: 'bad', changed: 'warn' } as const satisfies {
  [K in Change['kind']]: keyof Paint
}

export interface ChangePage {
  readonly paint: Paint
  readonly width: number
}

/** Indented by two columns. */
export function changeLines(changes: readonly Change[], page: ChangePage): readonly string[] {
  return changes.flatMap(change => linesOf(change, page))
}

function linesOf(change: Change, { paint, width }: ChangePage): readonly string[] {
  const mark = paint[painted[change.kind]](marks[change.kind])
  const parts = partsOf(change).flatMap(({ what, before = '–', after = '–' }) =>
    change.kind === 'changed'
      ? sides(what, onOneLine(before), onOneLine(after), width)
      : [shorten(`      ${titled(what)}${onOneLine(change.kind === 'added' ? after : before)}`, width)],
  )
  return [`  ${mark} ${shorten(onOneLine(subjectText(change)), width - 4)}`, ...parts]
}

const titled = (what: string) => (what === '' ? '' : `${what}: `)

/** On one line where they fit. */
function sides(what: string, before: string, after: string, width: number): readonly string[] {
  const line = `      ${titled(what)}${before} → ${after}`
  if (columnsOf(line) <= width) return [line]
  const room = width - 10
  return [
    ...(what === '' ? [] : [`      ${what}:`]),
    `        − ${shorten(before, room)}`,
    `        + ${shorten(after, room)}`,
  ]
}
