import type { Expr, Program } from '@merit-lang/runtime'
import type { Truth } from '@merit-lang/runtime/reference'
import { constantsIn } from './answers.ts'
import { after, before, type Line, type Piece, piecesOf } from './pieces.ts'

/** A stretch of a line over which nothing changes, both ends included. */
export interface Cell {
  readonly low: number
  readonly high: number
  /** In the order of the atoms. */
  readonly holds: readonly Truth[]
}

export interface Cutting {
  readonly program: Program
  readonly atoms: readonly Expr[]
  readonly truthOver: (atom: Expr, low: number, high: number) => Truth
  /** Atoms for which this is false are not decided on this line. */
  readonly decides?: (atom: Expr) => boolean
  /** Where stretches begin beside where an atom changes. */
  readonly starts: Iterable<number>
  /** Cells at most. */
  readonly most?: number
  /** Whether constants may be meant with the other sign, as ages are of what lies behind. */
  readonly isMirrored?: boolean
}

/** So many answers are kept of one line; with more, cells are made coarser. */
const MOST_ANSWERS = 4_000_000

/** Neighbours that answer all atoms alike are one cell. */
export function cellsOf(line: Line, cutting: Cutting): Cell[] {
  const { atoms, starts, most = MOST_ANSWERS } = cutting
  const pieces = atoms.map(atom => ofAtom(atom, line, cutting))
  const lows = new Set(pieces.flatMap(own => own.map(({ low }) => low)).concat(line.low))
  for (const start of starts) if (start > line.low && start <= line.high) lows.add(start)
  const rising = [...lows].sort((a, b) => a - b)
  return refined(thinned(rising, Math.min(most, MOST_ANSWERS / Math.max(1, atoms.length))), pieces, line)
}

/** No more than so many, the first of them among them. */
function thinned(lows: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(lows.length / most)
  return step <= 1 ? lows : lows.filter((_, i) => i % step === 0)
}

function ofAtom(atom: Expr, line: Line, { program, truthOver, decides, isMirrored }: Cutting): readonly Piece[] {
  if (decides && !decides(atom)) return [{ low: line.low, truth: undefined }]
  const numbers = numbersIn(atom, program)
  const constants = isMirrored ? [0, ...numbers.flatMap(number => [number, 0 - number])] : numbers
  return piecesOf(line, constants, (low, high) => truthOver(atom, low, high))
}

function numbersIn(atom: Expr, program: Program): number[] {
  return [...constantsIn([atom], program)].filter(constant => typeof constant === 'number')
}

function refined(lows: readonly number[], pieces: readonly (readonly Piece[])[], line: Line): Cell[] {
  const truths = pieces.map(own => spread(own, lows))
  return lows.map((low, i) => {
    const next = lows[i + 1]
    return { low, high: next === undefined ? line.high : before(next, line), holds: truths.map(own => own[i]) }
  })
}

/** The truth from each of these places, which rise, to the next; undefined where it changes in between. */
function spread(pieces: readonly Piece[], lows: readonly number[]): readonly Truth[] {
  let at = 0
  const startOf = (piece: number) => pieces[piece]?.low ?? Number.POSITIVE_INFINITY
  return lows.map((low, i) => {
    while (startOf(at + 1) <= low) at++
    const changes = startOf(at + 1) < (lows[i + 1] ?? Number.POSITIVE_INFINITY)
    return changes ? undefined : pieces[at]?.truth
  })
}

/** Neighbours that answer alike become one. */
export function merged(cells: readonly Cell[]): readonly Cell[] {
  const found: Cell[] = []
  for (const cell of cells) {
    const last = found.at(-1)
    const isSame = last?.holds.every((truth, i) => truth === cell.holds[i])
    if (last && isSame) found[found.length - 1] = { ...last, high: cell.high }
    else found.push(cell)
  }
  return found
}

/** With each end by itself, so that whatever rises or falls with the number has its extremes in classes of their own. */
export function endsApart(cells: readonly Cell[], line: Line): Cell[] {
  return cells.flatMap(({ low, high, holds }) => {
    const ends = [...new Set([low, high])].map(end => ({ low: end, high: end, holds }))
    const inner = { low: after(low, line), high: before(high, line), holds }
    return inner.low <= inner.high ? [ends[0] as Cell, inner, ends[1] as Cell] : ends
  })
}
