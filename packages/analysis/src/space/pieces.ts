/** Lines of numbers, cut where conditions change. */
import type { Truth } from '@merit-lang/runtime/reference'

/** The numbers that there are between two ends, both of which are among them. */
export interface Line {
  readonly low: number
  readonly high: number
  readonly integer: boolean
}

/** A stretch of a line over which one condition is the same, or not decided. */
export interface Piece {
  readonly low: number
  readonly truth: Truth
}

/** How often a stretch that is not decided may be halved: enough for a few ends that stand nowhere in the condition. */
const HALVINGS = 256

/**
 * Pieces from the low end to the high one, neighbours apart. Cut at the constants of the condition first; where that does
 * not decide, halved: so bounds behind arithmetic (`x * 2 > 10`) are found to the last digit.
 */
export function piecesOf(
  line: Line,
  constants: Iterable<number>,
  truthOver: (low: number, high: number) => Truth,
): Piece[] {
  const starts = startsOf(line, constants)
  const pieces: Piece[] = []
  let halvings = HALVINGS
  /** What is not decided even at the ends is a question about something else. */
  const isOpen = (low: number, high: number) => [low, high].every(end => truthOver(end, end) === undefined)
  const cut = (low: number, high: number): void => {
    const truth = truthOver(low, high)
    if (truth !== undefined || isOpen(low, high) || halvings-- <= 0) {
      if (pieces.length === 0 || pieces.at(-1)?.truth !== truth) pieces.push({ low, truth })
      return
    }
    const middle = middleOf(low, high, line)
    cut(low, middle)
    cut(after(middle, line), high)
  }
  starts.forEach((low, i) => {
    const next = starts[i + 1]
    cut(low, next === undefined ? line.high : before(next, line))
  })
  return pieces
}

/** Each constant stands by itself, so that tests for it are decided on it and on both sides. */
function startsOf(line: Line, constants: Iterable<number>): number[] {
  const starts = new Set([line.low])
  for (const constant of constants) {
    const at = line.integer ? Math.ceil(constant) : constant
    const beyond = line.integer ? Math.floor(constant) + 1 : nextUp(constant)
    for (const start of [at, beyond]) if (start > line.low && start <= line.high) starts.add(start + 0)
  }
  return [...starts].sort((a, b) => a - b)
}

export function after(number: number, { integer }: Line): number {
  return integer && Math.abs(number) < Number.MAX_SAFE_INTEGER ? number + 1 : nextUp(number)
}

export function before(number: number, line: Line): number {
  return 0 - after(0 - number, line)
}

/** Less than `high`, at least `low`, and about as many doubles away from either. */
function middleOf(low: number, high: number, { integer }: Line): number {
  const middle = toDouble((toOrder(low) + toOrder(high)) >> 1n)
  return integer ? Math.max(low, Math.min(Math.floor(middle), before(high, { low, high, integer }))) : middle
}

const double = new Float64Array(1)
const bits = new BigInt64Array(double.buffer)
const NEGATIVE = 0x7fff_ffff_ffff_ffffn

/** The place of a double among all doubles. */
function toOrder(number: number): bigint {
  double[0] = number + 0
  const raw = bits[0] as bigint
  return raw < 0n ? -(raw & NEGATIVE) : raw
}

function toDouble(order: bigint): number {
  bits[0] = order < 0n ? BigInt.asIntN(64, -order | ~NEGATIVE) : order
  return (double[0] as number) + 0
}

function nextUp(number: number): number {
  return toDouble(toOrder(number) + 1n)
}
