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

const breaking = (width: number): Measure => ({ width, lead: 0, breakable: true })
const solid = (width: number): Measure => ({ width, lead: width, breakable: false })

export const text = (text: string): Doc => ({ kind: 'text', text, ...solid(text.length) })
export const nothing = text('')
export const space = text(' ')
export const line: Doc = { kind: 'line', flat: ' ', blank: false, ...breaking(1) }
/** Nothing, if it does not break. */
export const softLine: Doc = { kind: 'line', flat: '', blank: false, ...breaking(0) }
/** Between entries that stand on one line without commas. */
export const wideLine: Doc = { kind: 'line', flat: '  ', blank: false, ...breaking(2) }
export const hardLine: Doc = { kind: 'line', flat: '', blank: false, ...breaking(Number.POSITIVE_INFINITY) }
export const blankLine: Doc = { kind: 'line', flat: '', blank: true, ...breaking(Number.POSITIVE_INFINITY) }
export const pad = (count: number): Doc => ({ kind: 'pad', count, ...solid(0) })
export const comment = (text: string, ownLine: boolean): Doc => ({
  kind: 'comment',
  text,
  ownLine,
  ...breaking(Number.POSITIVE_INFINITY),
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
  const breakable = parts.some(part => part.breakable)
  const width = parts.reduce((sum, part) => sum + part.width, 0)
  return { kind: 'concat', parts, width, breakable, lead: leadFrom(parts, 0, 0) }
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
  indent: (page, { content }, place) => write(page, content, { ...place, depth: place.depth + 1 }),
  group: (page, doc, place) => write(page, doc.content, { ...place, flat: place.flat || fits(page, doc, place) }),
  concat: (page, { parts }, place) => {
    for (const [i, part] of parts.entries())
      write(page, part, { ...place, after: place.flat ? 0 : leadFrom(parts, i + 1, place.after) })
  },
}

function fits(page: Page, doc: Doc, place: Place): boolean {
  return page.column + doc.width + place.after <= lineWidth
}
