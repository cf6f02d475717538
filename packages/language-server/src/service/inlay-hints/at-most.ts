import type { EndAnatomy, Ends } from '@merit-lang/analysis'
import type { Path, Ranges } from '../ranges.ts'

export interface AtMost {
  readonly points: number
  /** With what sets it apart from the word before. */
  readonly text: string
  readonly why: string
}

/** Where there is a bound. What was proved of earlier texts stands until more is proved, so that lines do not jump at every key. */
export function atMost(ranges: Ranges, path: Path): AtMost | undefined {
  const now = ranges.of(path)
  const { most }: Partial<Ends> = now ?? ranges.earlier(path) ?? {}
  if (!most || most.points === null) return undefined
  return { points: most.points, text: ` at most ${round(most.points)}`, why: now ? whyOf(most) : beforeWhy }
}

/** Upwards, so that it stays true. */
const round = (points: number) => Math.ceil(points * 1000 - 1e-6) / 1000

function whyOf({ exact }: EndAnatomy): string {
  return `Proved: no lead gets more. ${exact ? 'Some lead gets as many.' : 'Whether a lead gets as many is not known.'}`
}

const beforeWhy = 'Proved of the text as it was before it was edited. What holds now is not known yet.'
