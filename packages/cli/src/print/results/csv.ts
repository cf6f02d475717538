import { formatInstant, formatNumber, type Program } from '@merit-lang/runtime'
import type { Engine } from '@merit-lang/runtime/batch'
import { type Bytes, pieceOf } from './bytes.ts'
import { type RowId, type RowWriter, reasonsOf } from './row.ts'
import { remembering, utf8Text } from './texts.ts'

/** One row a lead; `score.fit`, `grade.tier`, `stage.MQL`; reasons and issues with semicolons between them. */
export function csvHeader({ scores, grades, stages }: Program): string {
  const names = (kind: string, all: readonly { readonly name: string }[]) => all.map(({ name }) => `${kind}.${name}`)
  const outcomes = [...names('score', scores), ...names('grade', grades), ...names('stage', stages)]
  return `${['id', 'at', ...outcomes, 'disqualified', 'issues', 'revision'].map(csvCell).join(',')}\n`
}

export function csvRows(engine: Engine, now: number): RowWriter {
  const { program } = engine
  const at = pieceOf(`,${csvCell(formatInstant(now))}`)
  const labels = program.grades.map((_, grade) =>
    remembering(place => pieceOf(`,${csvCell(engine.labelOf(grade, place))}`)),
  )
  const end = `,${csvCell(program.revision)}\n`
  const usualEnd = pieceOf(`,,${end}`)
  return (out, row) => {
    const { id, outcome, issues } = row
    putId(out, id)
    out.put(at)
    for (const points of outcome.scores) {
      out.put(comma)
      out.putPoints(points, formatNumber)
    }
    for (const [grade, label] of labels.entries()) out.put(label(outcome.grades[grade] as number))
    for (const holds of outcome.stages) out.put(holds === 1 ? yes : no)
    if (issues.length === 0 && !outcome.disqualified.includes(1)) out.put(usualEnd)
    else out.putText(`,${csvList(reasonsOf(program, row))},${csvList(issues.map(({ message }) => message))}${end}`)
  }
}

const comma = pieceOf(',')
const yes = pieceOf(',true')
const no = pieceOf(',false')

const csvList = (texts: readonly string[]) => csvCell(texts.join('; '))

function putId(out: Bytes, id: RowId): void {
  if (id.kind === 'number') out.putGap(id.index)
  else if (id.kind === 'text') out.putText(csvCell(id.text))
  else if (isBare(id)) out.putBytes(id.bytes, id.start, id.end)
  else out.putText(csvCell(utf8Text(id.bytes, id.start, id.end)))
}

/** Letters, digits and what is as harmless: such bytes need no quotes. */
function isBare({ bytes, start, end }: Extract<RowId, { kind: 'bytes' }>): boolean {
  for (let at = start; at < end; at++) if (harmless[bytes[at] as number] !== 1) return false
  return true
}

const harmless = Uint8Array.from({ length: 256 }, (_, code) => Number(/[\w.@+/:-]/.test(String.fromCharCode(code))))

function csvCell(text: string): string {
  return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
