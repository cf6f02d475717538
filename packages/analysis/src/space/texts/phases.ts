import { isSpace } from './reader.ts'

/**
 * Where a reading stands that also looks at the domain. Which `@` is the last one, and which spaces end the domain, is
 * guessed: every guess is followed, and those that come out wrong end nowhere.
 */
export interface Phase {
  /** What the domain is where a text ends: as read, or unknown. Absent: no text ends so. */
  readonly end?: 'known' | 'unknown'
  /** Whether what is read of the domain is its beginning, or all of it, however the text goes on. */
  readonly domain?: 'begun' | 'complete'
  /** Where letters may lead. */
  readonly after: { readonly [K in LetterKind]: readonly Move[] }
}

export interface Move {
  /** By its place among the phases. */
  readonly to: number
  /** Whether the letter is one of the domain's. */
  readonly domain: boolean
}

export type LetterKind = 'at' | 'space' | 'other'

export function letterKind(letter: number): LetterKind {
  return letter === 0x40 ? 'at' : isSpace(letter) ? 'space' : 'other'
}

/** Nobody looks at the domain. */
export const FREE = 0
/** No `@` yet. */
export const BEFORE = 1
/** After an `@` that is not the last. */
const AGAIN = 2
/** After the last `@`, and spaces. */
const MARKED = 3
const INSIDE = 4
/** After a space in the domain, which something follows. */
const GAP = 5
const BEHIND = 6

const to = (phase: number): readonly Move[] => [{ to: phase, domain: false }]
const into = (phase: number): readonly Move[] => [{ to: phase, domain: true }]
const anyAt = [...to(MARKED), ...to(AGAIN)]

export const phases: readonly Phase[] = [
  { end: 'unknown', after: { at: to(FREE), space: to(FREE), other: to(FREE) } },
  { end: 'unknown', after: { at: anyAt, space: to(BEFORE), other: to(BEFORE) } },
  { after: { at: anyAt, space: to(AGAIN), other: to(AGAIN) } },
  { end: 'unknown', after: { at: [], space: to(MARKED), other: into(INSIDE) } },
  { end: 'known', domain: 'begun', after: { at: [], space: [...into(GAP), ...to(BEHIND)], other: into(INSIDE) } },
  { domain: 'begun', after: { at: [], space: into(GAP), other: into(INSIDE) } },
  { end: 'known', domain: 'complete', after: { at: [], space: to(BEHIND), other: [] } },
]
