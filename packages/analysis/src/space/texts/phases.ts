import { isSpace } from './reader.ts'

/**
 * Where a reading stands that also looks at the domain. Which `@` is the last one, and which spaces end the domain, is
 * guessed: every guess is followed, and those that come out wrong end nowhere.
 */
export type Phase = 'free' | 'before' | 'after' | 'marked' | 'inside' | 'gap' | 'behind'

export interface Move {
  readonly to: Phase
  /** Whether the letter is one of the domain's. */
  readonly domain: boolean
}

type LetterKind = 'at' | 'space' | 'other'

export function letterKind(letter: number): LetterKind {
  return letter === 0x40 ? 'at' : isSpace(letter) ? 'space' : 'other'
}

const to = (phase: Phase): Move => ({ to: phase, domain: false })
const within = (phase: Phase): Move => ({ to: phase, domain: true })
const anyAt = [to('marked'), to('after')]

export const moves = {
  /** Nobody looks at the domain. */
  free: { at: [to('free')], space: [to('free')], other: [to('free')] },
  /** No `@` yet. */
  before: { at: anyAt, space: [to('before')], other: [to('before')] },
  /** An `@` that is not the last. */
  after: { at: anyAt, space: [to('after')], other: [to('after')] },
  /** The last `@`, and spaces. */
  marked: { at: [], space: [to('marked')], other: [within('inside')] },
  inside: { at: [], space: [within('gap'), to('behind')], other: [within('inside')] },
  /** A space in the domain that something follows. */
  gap: { at: [], space: [within('gap')], other: [within('inside')] },
  behind: { at: [], space: [to('behind')], other: [] },
} satisfies { [K in Phase]: { [L in LetterKind]: readonly Move[] } }

/** What the domain is where a text ends: as read, or unknown. Absent: no text ends so. */
export const ends: { readonly [K in Phase]?: 'known' | 'unknown' } = {
  free: 'unknown',
  before: 'unknown',
  marked: 'unknown',
  inside: 'known',
  behind: 'known',
}

/** Whether what is read of the domain stays read, however the text goes on. */
export const domainHasBegun = {
  free: false,
  before: false,
  after: false,
  marked: false,
  inside: true,
  gap: true,
  behind: true,
} satisfies { [K in Phase]: boolean }
