/** Sets of characters as inclusive ranges `[lo, hi, lo, hi, …]` of code points, for texts that are already folded. */
import { fold } from '@merit-lang/runtime'

export const lastCodePoint = 0x10ffff

const ascii = {
  alnum: '09AZaz',
  alpha: 'AZaz',
  ascii: '\x00\x7f',
  blank: '\t\t  ',
  cntrl: '\x00\x1f\x7f\x7f',
  digit: '09',
  graph: '!~',
  lower: 'az',
  print: ' ~',
  punct: '!/:@[`{~',
  space: '\t\r  ',
  upper: 'AZ',
  word: '09AZ__az',
  xdigit: '09AFaf',
}

const rangesOf = (ends: string): readonly number[] => [...ends].map(end => end.codePointAt(0) as number)

/** `[:alpha:]`, by its name. */
export function posixClass(name: string): readonly number[] | undefined {
  return Object.hasOwn(ascii, name) ? rangesOf(ascii[name as keyof typeof ascii]) : undefined
}

const perl: Readonly<Record<string, readonly number[]>> = {
  d: rangesOf('09'),
  w: rangesOf('09AZ__az'),
  s: rangesOf('\t\n\f\r  '),
}

/** What `\d`, `\w`, `\s` stand for, and `\D`, `\W`, `\S`; nothing for another letter. */
export function perlClass(letter: string): readonly number[] | undefined {
  const lower = letter.toLowerCase()
  const ranges = Object.hasOwn(perl, lower) ? (perl[lower] as readonly number[]) : undefined
  return ranges && lower !== letter ? complement(ranges) : ranges
}

/** Sorted, and neighbours put together. */
export function normalized(ranges: readonly number[]): number[] {
  const pairs: [number, number][] = []
  for (let i = 0; i < ranges.length; i += 2) pairs.push([ranges[i] as number, ranges[i + 1] as number])
  pairs.sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [low, high] of pairs) {
    const last = merged.at(-1)
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high)
    else merged.push([low, high])
  }
  return merged.flat()
}

export function complement(ranges: readonly number[]): number[] {
  const outside: number[] = []
  let next = 0
  const inside = normalized(ranges)
  for (let i = 0; i < inside.length; i += 2) {
    if ((inside[i] as number) > next) outside.push(next, (inside[i] as number) - 1)
    next = (inside[i + 1] as number) + 1
  }
  return next > lastCodePoint ? outside : [...outside, next, lastCodePoint]
}

let capitals: readonly (readonly [capital: number, small: number])[] | undefined

/** Every code point that folding changes, with what it becomes. Made when a class first needs it. */
function capitalsOf(): readonly (readonly [number, number])[] {
  if (capitals) return capitals
  const found: [number, number][] = []
  for (let point = 0; point <= lastCodePoint; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const small = fold(String.fromCodePoint(point)).codePointAt(0) as number
    if (small !== point) found.push([point, small])
  }
  capitals = found
  return capitals
}

function foldedRange(low: number, high: number): number[] {
  if (high - low < 128) {
    const points = Array.from({ length: high - low + 1 }, (_, i) => low + i)
    return points.flatMap(point => Array<number>(2).fill(foldedPoint(point)))
  }
  const images = capitalsOf().filter(([capital]) => capital >= low && capital <= high)
  return [low, high, ...images.flatMap(([, small]) => [small, small])]
}

/** The same set for folded texts: what its characters become when folded. */
export function foldedRanges(ranges: readonly number[]): number[] {
  const images: number[] = []
  for (let i = 0; i < ranges.length; i += 2) images.push(...foldedRange(ranges[i] as number, ranges[i + 1] as number))
  return normalized(images)
}

export function foldedPoint(point: number): number {
  return fold(String.fromCodePoint(point)).codePointAt(0) as number
}
