/** Two versions of a model held against each other: what is the same in both, and how each is written. */
import type { Program } from '@merit-lang/runtime'
import type { Aspect, AspectChange } from './change.ts'
import type { Formed, Forms, Renamed } from './forms.ts'

export interface Versions {
  readonly programs: readonly [Program, Program]
  readonly renamed: Renamed
  readonly forms: Forms
  /** Where definitions changed: the same, those not looked into. */
  readonly opaque?: Forms
}

/** A part, and how it is said. */
export interface Said {
  readonly part: Formed
  readonly text: string
  /** With all that names stand for: for parts that are written alike and are not. */
  readonly full: () => string
}

/** Alike in form, or written alike and different only through definitions, which are changes of their own. */
export function same(before: Formed | undefined, after: Formed | undefined, { forms, opaque }: Versions): boolean {
  if (forms.same(before, after)) return true
  return opaque?.same(before, after) === true && textsIn(before) === textsIn(after)
}

/** Nothing where both are the same. */
export function aspectOf(
  aspect: Aspect,
  before: Said | undefined,
  after: Said | undefined,
  versions: Versions,
): readonly AspectChange[] {
  if (same(before?.part, after?.part, versions)) return []
  return [{ aspect, ...told(before, after) }]
}

function told(before: Said | undefined, after: Said | undefined): Pick<AspectChange, 'before' | 'after'> {
  const isTold = before?.text !== after?.text
  const textOf = (said: Said) => (isTold ? said.text : said.full())
  return { ...(before && { before: textOf(before) }), ...(after && { after: textOf(after) }) }
}

/** Of what is told by its text alone. */
export function texts(aspect: Aspect, before: string | undefined, after: string | undefined): readonly AspectChange[] {
  if (before === after) return []
  return [{ aspect, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
}

/** What is written in it, as far as the program keeps it. */
function textsIn(part: unknown): string {
  if (typeof part !== 'object' || part === null) return ''
  return Object.entries(part)
    .map(([key, value]) => (key === 'text' ? `\n${value}` : key === 'expr' || key === 'span' ? '' : textsIn(value)))
    .join('')
}
