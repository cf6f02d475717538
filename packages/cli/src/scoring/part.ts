/**
 * What passes between the command and the threads that score for it. Plain data, and bytes that both see: where buffers are
 * handed over instead, the engine looks at each access whether its buffer is still there, a twelfth of a thread's time.
 */
import type { Program } from '@merit-lang/runtime'
import type { LineProblem } from '@merit-lang/runtime/batch'
import type { ResultFormat } from '../print/results/formats.ts'
import type { Tally } from '../print/results/tally.ts'
import type { Marks } from './marks.ts'

/** How all leads of a run are scored. */
export interface Plan {
  readonly program: Program
  readonly now: number
  readonly format: ResultFormat
  readonly strict: boolean
  /** Keys under which a lead's id may stand, the first of them first. */
  readonly idKeys: readonly string[]
}

/** Lines of a file, in the first `end` bytes of the buffer. */
export interface Chunk {
  readonly buffer: SharedArrayBuffer
  readonly end: number
  /** Behind them, a line that is too long was left out. */
  readonly isCut: boolean
}

/** Buffers of a part that is done with, to be filled again: else the main thread would hold those of many parts as garbage. */
export interface Spare {
  readonly output: SharedArrayBuffer | undefined
  readonly marks: SharedArrayBuffer
}

export function spareOf({ output, hashes }: LinesPart & Partial<Pick<Part, 'output'>>): Spare {
  return { output: output?.buffer as SharedArrayBuffer | undefined, marks: hashes.buffer as SharedArrayBuffer }
}

/** A chunk to be scored, and buffers to be filled, if there are any to spare. */
export interface Job extends Chunk {
  readonly spare: Spare | undefined
}

/** What is known of the lines of a chunk, whatever its leads come to. Lines are counted from 1, leads from 0. */
export interface LinesPart extends Marks {
  /** Of the chunk, to be filled again. */
  readonly buffer: SharedArrayBuffer
  readonly bytes: number
  readonly lines: number
  readonly problems: readonly LineProblem[]
  readonly leads: number
  readonly withIssues: number
  readonly oddIds: ReadonlyMap<number, string>
}

/** What the leads of a chunk come to. */
export interface Part extends LinesPart {
  /** The rows as they are written. */
  readonly output: Uint8Array
  /** Where in the output the numbers of leads without an id belong, as `[place, number]` one after the other. */
  readonly gaps: readonly number[]
  readonly tally: Tally | undefined
  readonly refused: readonly Refused[]
}

/** In strict mode, a lead with issues. */
export interface Refused {
  readonly lead: number
  /** Of its first issue. */
  readonly message: string
}
