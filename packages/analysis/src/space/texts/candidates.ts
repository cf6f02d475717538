/** Texts that are probably as wanted, since what the model spells out is put together in them. */

import type { Wanted } from './exploration.ts'
import type { Formula, Listed, Sample } from './formula.ts'

/** No more ways to choose between alternatives are tried. */
const TRIES = 8
/** Texts that stand within others are left out first: tests for words need them all the same. */
const STYLES = [
  { separator: ' ', isShort: true },
  { separator: '', isShort: true },
  { separator: ' ', isShort: false },
] as const
type Style = (typeof STYLES)[number]

/** A text in the making: samples of the text and of its domain. */
interface Draft {
  readonly text: Sample[]
  readonly domain: Sample[]
}

export function* candidatesFor(wanted: readonly Wanted[]): Iterable<string> {
  const tries = Math.min(TRIES, Math.max(1, ...wanted.map(({ formula, holds }) => alternatives(formula, holds))))
  for (let choice = 0; choice < tries; choice++) {
    const draft: Draft = { text: [], domain: [] }
    for (const { formula, holds } of wanted) collect(formula, holds, choice, draft)
    yield* written(draft)
  }
}

/** In how many ways it can come to be so, roughly. */
function alternatives(formula: Formula, holds: boolean): number {
  switch (formula.kind) {
    case 'leaf':
      return holds ? formula.samples().length : 1
    case 'constant':
      return 1
    case 'not':
      return alternatives(formula.of, !holds)
    case 'all':
    case 'any': {
      const chosen = (formula.kind === 'any') === holds ? formula.of.length : 1
      return Math.max(chosen, ...formula.of.map(part => alternatives(part, holds)))
    }
  }
}

/** Adds what makes the formula so. Most tests fail of texts that were not made for them. */
function collect(formula: Formula, holds: boolean, choice: number, draft: Draft): void {
  switch (formula.kind) {
    case 'leaf':
      if (holds) draft[formula.operand].push(...oneOf(formula.samples(), choice))
      return
    case 'constant':
      return
    case 'not':
      collect(formula.of, !holds, choice, draft)
      return
    case 'all':
    case 'any': {
      const chosen = (formula.kind === 'any') === holds ? oneOf(formula.of, choice) : formula.of
      for (const part of chosen) collect(part, holds, choice, draft)
    }
  }
}

function oneOf<T>(all: readonly T[], choice: number): readonly T[] {
  return all.length === 0 ? [] : [all[choice % all.length] as T]
}

function* written({ text, domain }: Draft): Iterable<string> {
  for (const style of STYLES) {
    const front = joined(text, style)
    if (domain.length === 0) yield front || 'x'
    else yield* addresses(text, front, joined(domain, inDomains(style)) || 'example.com')
  }
}

function inDomains({ separator, isShort }: Style) {
  return { separator: separator === ' ' ? '.' : separator, isShort } as const
}

/** The domain may also be made of what the text ends with. */
function* addresses(text: readonly Sample[], front: string, domain: string): Iterable<string> {
  yield `x@${domain}`
  if (text.length === 0) return
  yield `${front}@${domain}`
  const end = text.find(sample => sample.end)?.end
  if (end)
    yield `${
      joined(
        text.filter(sample => !sample.end),
        STYLES[0],
      ) || 'x'
    }@${domain}${end}`
}

function joined(samples: readonly Sample[], { separator, isShort }: { separator: string; isShort: boolean }): string {
  const whole = samples.find(sample => sample.whole !== undefined)?.whole
  if (whole !== undefined) return whole
  const [start, end] = [samples.find(({ start }) => start)?.start, samples.find(({ end }) => end)?.end]
  const middle = samples.flatMap(sample => sample.middle || [])
  const kept = isShort ? longest(middle) : [...new Set(middle)]
  const front = [start, ...kept].filter(Boolean).join(separator)
  const short = [front, end].filter(Boolean).join(separator)
  const padding = paddingFor(
    Array.from(short).length,
    samples.flatMap(sample => sample.fits ?? []),
  )
  return padding === 0 ? short : [padded(front, padding), end].filter(Boolean).join(front === '' ? '' : separator)
}

/** Without those that are within others. */
function longest(texts: readonly string[]): readonly string[] {
  return texts.filter((one, i) => !texts.some((other, j) => other.includes(one) && (other !== one || j < i)))
}

/** No text is made longer than this to be long enough. */
const LONG = 5000

function paddingFor(length: number, fits: readonly ((length: number) => boolean)[]): number {
  if (fits.length === 0) return 0
  for (let padding = length === 0 ? 1 : 0; length + padding <= LONG; padding++)
    if (fits.every(fit => fit(length + padding))) return padding
  return 0
}

function padded(front: string, padding: number): string {
  if (padding < 2 || front === '') return front + 'x'.repeat(padding)
  return `${front} ${'x'.repeat(padding - 1)}`
}

/** A text for each of the values. */
export function textsFor({ operand, values }: Listed): readonly string[] {
  return operand === 'text' ? values : values.map(value => `x@${value}`)
}
