/**
 * Reads a source text from its start to its end, once, and gives every piece of it back as a document: what stands before
 * a piece of the tree (keywords, signs, comments) comes with it. So nothing gets lost or changes its place, however a form
 * is laid out; only commas before entries are left to whoever prints them.
 */

import { keywordOf } from '../syntax/keywords.ts'
import type { Comment } from '../syntax/parse.ts'
import { type SourceText, type Span, textOf } from '../syntax/source.ts'
import { blankLine, comment, concat, type Doc, hardLine, nothing, space, text } from './document.ts'

/** Which empty lines are kept depends on what follows: an entry of a block, an element of a list, the closing sign. */
export type GapBefore = 'first entry' | 'entry' | 'element' | 'end'

/** What stands before an entry. */
export interface Gap {
  /** The comments, each ending its line, and the empty line if one is kept. */
  readonly doc: Doc
  readonly comma: boolean
  /** It tells that the word before it is a name: `unknown in list, b: text`. */
  readonly commaMatters: boolean
  /** An empty line is somewhere in it. */
  readonly blank: boolean
}

const emptySpace = /\s*/y
const plainToken = /"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|[\p{L}\p{M}\p{N}_]+|[<>!]=|\.\.<?|\S/uy
const oneToken = /^(["`].*|\S+)$/s
const tightBefore = new Set([')', ']', ',', ':', '.', '..', '..<'])
const tightAfter = new Set(['(', '[', '.', '..', '..<', '-'])

export class Reader {
  readonly #source: SourceText
  readonly #comments: readonly Comment[]
  #offset = 0
  #commentsRead = 0
  /** The end of the last leaf if that is a keyword which stands as a name. */
  #nameEnd = -1

  constructor(source: SourceText, comments: readonly Comment[]) {
    this.#source = source
    this.#comments = comments
  }

  /** A name, number, text …: as written, after what stands before it. */
  leaf(span: Span): Doc {
    const written = textOf(span)
    if (!oneToken.test(written)) return this.upTo(span.end)
    const before = this.#pieces(span.start)
    this.#offset = span.end
    if (keywordOf(written)) this.#nameEnd = span.end
    const doc = text(written)
    return before.length === 0 ? doc : joined([...before, { doc, token: written }])
  }

  /** The keywords and signs before an offset. */
  upTo(offset: number): Doc {
    return joined(this.#pieces(offset))
  }

  /** The keywords up to and with a sign that the form has next. */
  through(sign: string): Doc {
    const pieces: Piece[] = []
    while (this.#offset < this.#source.text.length && pieces.at(-1)?.token !== sign)
      pieces.push(...this.#inlineComments(this.#source.text.length), this.#plainToken())
    return joined(pieces)
  }

  /** Does the text from here to there stand on more than one line? */
  hasLineEndBefore(offset: number): boolean {
    return this.#source.text.slice(this.#offset, offset).includes('\n')
  }

  gap(before: GapBefore): Gap {
    const parts: Doc[] = []
    const afterName = this.#offset === this.#nameEnd
    let comma = false
    for (let lines = 0; ; ) {
      lines += this.#skipSpace()
      const next = this.#nextComment()
      if (next) {
        const blank = lines > 1 && (before !== 'first entry' || parts.length > 0)
        const ownLine = next.ownLine || parts.length > 0
        parts.push(...(ownLine ? [blank ? blankLine : hardLine] : []), this.#readComment(next))
        lines = 0
      } else if (this.#source.text[this.#offset] === ',') {
        comma = true
        this.#offset++
      } else {
        parts.push(endOfGap(before, parts.length > 0, lines > 1))
        const blank = parts.includes(blankLine)
        return { doc: concat(...parts), comma, commaMatters: comma && afterName, blank }
      }
    }
  }

  /** The tokens and comments before an offset. */
  #pieces(offset: number): readonly Piece[] {
    if (this.#offset < offset) this.#skipSpace()
    if (this.#offset >= offset) return none
    const pieces = this.#inlineComments(offset)
    while (this.#offset < offset) pieces.push(this.#plainToken(), ...this.#inlineComments(offset))
    return pieces
  }

  #plainToken(): Piece {
    plainToken.lastIndex = this.#offset
    const token = plainToken.exec(this.#source.text)?.[0] ?? ''
    this.#offset += token.length
    return { doc: text(token), token }
  }

  /** Passes over empty space and comments, but not over the offset if comments stand there. */
  #inlineComments(offset: number): Piece[] {
    const pieces: Piece[] = []
    for (;;) {
      if (this.#offset < offset) this.#skipSpace()
      const next = this.#nextComment()
      if (!next || this.#offset >= offset) return pieces
      pieces.push({ doc: this.#readComment(next), token: '' })
    }
  }

  /** The number of line ends passed over. */
  #skipSpace(): number {
    const from = this.#offset
    if (!this.#atSpace()) return 0
    emptySpace.lastIndex = from
    emptySpace.test(this.#source.text)
    this.#offset = emptySpace.lastIndex
    return lineEnds(this.#source.text, from, this.#offset)
  }

  #atSpace(): boolean {
    const code = this.#source.text.charCodeAt(this.#offset)
    return code === 32 || (code < 33 && code > 8) || code > 127
  }

  #nextComment(): Comment | undefined {
    const next = this.#comments[this.#commentsRead]
    return next && next.span.start <= this.#offset ? next : undefined
  }

  #readComment(read: Comment): Doc {
    this.#commentsRead++
    this.#offset = read.span.end
    return comment(textOf(read.span).trimEnd(), read.ownLine)
  }
}

function lineEnds(text: string, start: number, end: number): number {
  let count = 0
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 10) count++
  return count
}

function endOfGap(before: GapBefore, commented: boolean, blank: boolean): Doc {
  if (before === 'end') return nothing
  if (blank && (before === 'entry' || (before === 'first entry' && commented))) return blankLine
  return commented ? hardLine : nothing
}

/** A token, or a comment (whose token is empty). */
interface Piece {
  readonly doc: Doc
  readonly token: string
}

const none: readonly Piece[] = []

function joined(pieces: readonly Piece[]): Doc {
  if (pieces.length < 2) return pieces[0]?.doc ?? nothing
  return concat(...pieces.flatMap(({ doc, token }, i) => [spaceBetween(pieces[i - 1]?.token, token), doc]))
}

function spaceBetween(before: string | undefined, after: string): Doc {
  if (before === undefined || before === '' || after === '') return nothing
  return tightAfter.has(before) || tightBefore.has(after) ? nothing : space
}
