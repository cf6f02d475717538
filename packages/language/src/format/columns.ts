import { concat, type Doc, flatText, lineWidth, pad, space } from './document.ts'

/** Lines of one kind that follow each other have their second cells in one column. */
export interface Row {
  readonly kind: string
  /** An empty line parts it from the row before. */
  readonly apart: boolean
  readonly cells: Cells
}
export type Cells = readonly [Doc] | readonly [Doc, Doc]

/** A column farther to the right than this is farther than the eye follows a line. */
const widestColumn = 48

const numeral = /^-?[\d_]+(\.\d+)?%?$/

export function joinCells([first, second]: Cells): Doc {
  return second ? concat(first, space, second) : first
}

/** One document for each row; the spaces that align it count only where the rows stand on lines of their own. */
export function inColumns(rows: readonly Row[]): Doc[] {
  return runs(rows).flatMap(run => {
    const widest = widestOf(run, ([first]) => first.width)
    const digits = widestOf(run, cells => wholeDigits(cells) ?? Number.POSITIVE_INFINITY)
    return run.map(({ cells }) => {
      const toPoint = Number.isFinite(digits) ? digits - (wholeDigits(cells) ?? digits) : 0
      return padded(cells, widest > widestColumn ? 0 : widest - cells[0].width + toPoint)
    })
  })
}

/** A row that the spaces would make too long for its line does without them. */
function padded(cells: Cells, count: number): Doc {
  const [first, second] = cells
  const fits = second !== undefined && joinCells(cells).width + count <= lineWidth
  return fits && count > 0 ? concat(first, pad(count), space, second) : joinCells(cells)
}

function widestOf(run: readonly Row[], width: (cells: Cells) => number): number {
  return run.reduce((widest, { cells }) => (cells.length > 1 ? Math.max(widest, width(cells)) : widest), 0)
}

/** Numbers stand with their points below each other: the columns of a number before its point. */
function wholeDigits([, second]: Cells): number | undefined {
  const written = second && flatText(second)
  return written !== undefined && numeral.test(written) ? written.split(/[.%]/)[0]?.length : undefined
}

function runs(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  let previous: Row | undefined
  for (const row of rows) {
    if (previous && continues(previous, row)) found.at(-1)?.push(row)
    else found.push([row])
    previous = row
  }
  return found
}

/** An event without properties parts those before it from those behind it; other rows of one cell are passed over. */
function continues(previous: Row, row: Row): boolean {
  const alike = row.kind === previous.kind && (row.kind !== 'event' || row.cells.length === previous.cells.length)
  return !row.apart && alike && fitsOneLine(previous) && fitsOneLine(row)
}

function fitsOneLine({ cells }: Row): boolean {
  return joinCells(cells).width <= lineWidth
}
