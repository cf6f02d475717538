/** Cells in aligned columns, two spaces between them. */
import { columnsOf, type Paint, padEnd, padStart } from './paint.ts'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], paint: Paint): string[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(columnsOf(title), ...rows.map(row => columnsOf(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => aligned(cell, columns[at], widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  const head = columns.some(({ title }) => title !== '') ? [paint.dim(line(columns.map(({ title }) => title)))] : []
  return [...head, ...rows.map(line)]
}

function aligned(cell: string, column: Column | undefined, width: number): string {
  return column?.align === 'right' ? padStart(cell, width) : padEnd(cell, width)
}
