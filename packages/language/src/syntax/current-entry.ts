/** The entry at the end of the tokens, with the heads of the blocks that it is in. What stands finished beside them is left out. */
import { endsValue } from './classify.ts'
import { isStart, Keywords, keywordIn, Signs, type Token } from './tokens.ts'

interface Piece {
  readonly from: number
  /** Behind its last token. */
  readonly end: number
}

export function currentEntry(tokens: readonly Token[]): Token[] {
  return piecesOf(tokens).flatMap(({ from, end }, i, pieces) => {
    const holdsRows = i > 0 && !holdsEntries.has(tokens[(pieces[i - 1] as Piece).from]?.tokenType)
    return tokens.slice(holdsRows ? rowsFrom(tokens, from, end) : from, end)
  })
}

/** In their blocks stand statements, in others rows. */
const holdsEntries: ReadonlySet<unknown> = new Set([Keywords.Score, Keywords.Group, Keywords.Test])

/** One for each block that is open, outermost first, each up to its `{`; then the entry itself. */
function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = []
  let end = tokens.length
  let closed = 0
  let start = new Start()
  for (let i = tokens.length - 1; i >= 0 && !start.isTop; i--) {
    const token = tokens[i] as Token
    if (token.tokenType === Signs.RBrace) closed++
    else if (token.tokenType !== Signs.LBrace) start.look(token, i, closed === 0)
    else if (closed > 0) closed--
    else {
      pieces.unshift({ from: start.found ?? i + 1, end })
      end = i + 1
      start = new Start()
    }
  }
  return [{ from: start.found ?? 0, end }, ...pieces]
}

/** `when` and `points` on a line of their own may also go on with what the lines before began. */
const mayGoOn: ReadonlySet<unknown> = new Set([Keywords.When, Keywords.Points])

/** Where an entry begins, seen from its end. */
class Start {
  found: number | undefined
  /** A statement of the file: nothing before it matters. */
  isTop = false
  private open = true

  look(token: Token, i: number, here: boolean): void {
    if (!isStart(token)) return
    if (here && this.open) {
      this.open = this.found === undefined && mayGoOn.has(token.tokenType)
      this.found = i
    }
    if (keywordIn(token)?.role === 'statement') this.isTop = true
  }
}

/** Rows are kept, since what they say is not offered again; of very many only the last. */
const manyRows = 400

function rowsFrom(tokens: readonly Token[], from: number, end: number): number {
  if (end - from <= manyRows) return from
  for (let i = end - 1; i > from; i--) if (beginsRow(tokens, i)) return i
  return from
}

function beginsRow(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  const isWord = keywordIn(token) === undefined || token.tokenType === Keywords.Else
  return token.firstOnLine && isWord && endsValue(tokens[i - 1])
}
