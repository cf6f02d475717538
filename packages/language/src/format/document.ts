/**
 * A document says what text there is and where a line may end; `render` decides. A group stands on one line if what it
 * holds and what follows it up to the next possible break fits, else each of its own lines breaks, but none of the groups
 * inside: those decide for themselves. Text never carries spaces at the end of a line, whatever the document says.
 */
import { Page } from './page.ts'

export const lineWidth = 100

interface Measure {
  /** Columns when all stands on one line; infinite if it cannot. */
  readonly width: number
  /** Columns up to the first place where a line may end, or all of them. */
  readonly lead: number
  readonly breakable: boolean
}
type Form =
  | { readonly kind: 'text'; readonly text: string }
  /** The end of a line, or `flat` in a group that fits. With `blank`, an empty line follows it. */
  | { readonly kind: 'line'; readonly flat: string; readonly blank: boolean }
  /** Spaces that align columns, in a group that does not fit. */
  | { readonly kind: 'pad'; readonly count: number }
  /** Ends its line; unless it stands on a line of its own, it is put at the end of the text so far. */
  | { readonly kind: 'comment'; readonly text: string; readonly ownLine: boolean }
  | { readonly kind: 'concat'; readonly parts: readonly Doc[] }
  | { readonly kind: 'indent'; readonly content: Doc }
  | { readonly kind: 'group'; readonly content: Doc }
export type Doc = Form & Measure

export const text = (text: string): Doc => ({
  kind: 'text',
  text,
  width: text.length,
  lead: text.length,
  breakable: false,
})
export const nothing = text('')
export const space = text(' ')

const unfit = Number.POSITIVE_INFINITY
const lineEnd = (flat: string, blank: boolean, width: number): Doc => ({
  kind: 'line',
  flat,
  blank,
  width,
  lead: 0,
  breakable: true,
})
export const line = lineEnd(' ', false, 1)
/** Nothing, if it does not break. */
export const softLine = lineEnd('', false, 0)
/** Between entries that stand on one line without commas. */
export const wideLine = lineEnd('  ', false, 2)
export const hardLine = lineEnd('', false, unfit)
export const blankLine = lineEnd('', true, unfit)
export const pad = (count: number): Doc => ({ kind: 'pad', count, width: 0, lead: 0, breakable: false })
export const comment = (text: string, ownLine: boolean): Doc => ({
  kind: 'comment',
  text,
  ownLine,
  width: unfit,
  lead: 0,
  breakable: true,
})
export const indent = (...parts: readonly Doc[]): Doc => wrap('indent', concat(...parts))
export const group = (...parts: readonly Doc[]): Doc => wrap('group', concat(...parts))
/** A piece that goes to the next line, indented, if it does not fit on this one. */
export const clause = (...parts: readonly Doc[]): Doc => group(indent(line, ...parts))

function wrap(kind: 'indent' | 'group', content: Doc): Doc {
  const { width, lead, breakable } = content
  return { kind, content, width, lead, breakable }
}

export function concat(...parts: readonly Doc[]): Doc {
  return sequence(parts)
}

/** For parts of which there may be very many. */
export function sequence(parts: readonly Doc[]): Doc {
  const some = parts.filter(part => part !== nothing)
  if (some.length < 2) return some[0] ?? nothing
  const written = joinedText(some)
  return written === undefined ? { kind: 'concat', parts: some, ...measured(some) } : text(written)
}

/** Most pieces of a sentence are plain text: as one piece they take far less memory. */
function joinedText(parts: readonly Doc[]): string | undefined {
  let written = ''
  for (const part of parts) {
    if (part.kind !== 'text') return undefined
    written += part.text
  }
  return written
}

function measured(parts: readonly Doc[]): Measure {
  let width = 0
  let lead = 0
  let breakable = false
  for (const part of parts) {
    width += part.width
    if (!breakable) lead += part.lead
    breakable ||= part.breakable
  }
  return { width, lead, breakable }
}

/** Columns from a part up to the first place where a line may end, `after` being those that follow the last part. */
function leadFrom(parts: readonly Doc[], start: number, after: number): number {
  let sum = 0
  for (let i = start; i < parts.length; i++) {
    const part = parts[i] as Doc
    sum += part.lead
    if (part.breakable) return sum
  }
  return sum + after
}

/** What stands on one line if nothing breaks; nothing where something must. */
export function flatText(doc: Doc): string | undefined {
  if (!Number.isFinite(doc.width)) return undefined
  const page = new Page()
  write(page, doc, { flat: true, depth: 0, after: 0 })
  return page.finish().trimEnd()
}

export function render(doc: Doc): string {
  const page = new Page()
  write(page, doc, { flat: false, depth: 0, after: 0 })
  return page.finish()
}

/** `after`: the columns that must still stand on the same line as the end of the document. */
interface Place {
  readonly flat: boolean
  readonly depth: number
  readonly after: number
}

function write(page: Page, doc: Doc, place: Place): void {
  const writer = writers[doc.kind] as (page: Page, doc: Doc, place: Place) => void
  writer(page, doc, place)
}

const writers: { [K in Doc['kind']]: (page: Page, doc: Extract<Doc, { kind: K }>, place: Place) => void } = {
  text: (page, { text }) => page.text(text),
  pad: (page, { count }, { flat }) => page.text(' '.repeat(flat ? 0 : count)),
  line: (page, { flat, blank }, place) => (place.flat ? page.text(flat) : page.line(place.depth, blank)),
  comment: (page, { text, ownLine }, { depth }) => page.comment(text, ownLine, depth),
  indent: (page, { content }, { flat, depth, after }) => write(page, content, { flat, depth: depth + 1, after }),
  group: (page, doc, place) => {
    const { flat, depth, after } = place
    write(page, doc.content, { flat: flat || fits(page, doc, place), depth, after })
  },
  concat: (page, { parts }, place) => {
    parts.forEach((part, i) => {
      write(page, part, part.breakable ? followedBy(parts, i + 1, place) : place)
    })
  },
}

function followedBy(parts: readonly Doc[], next: number, place: Place): Place {
  return place.flat ? place : { flat: false, depth: place.depth, after: leadFrom(parts, next, place.after) }
}

function fits(page: Page, doc: Doc, place: Place): boolean {
  return page.column + doc.width + place.after <= lineWidth
}
