/**
 * Parsing a text again after an edit: statements and items that the edit does not touch are taken over, and their spans
 * moved. That changes the tree that was given out before, which nobody may look at any more.
 */
import type * as Ast from './ast.ts'
import { entry as build } from './build.ts'
import { changeBetween } from './change.ts'
import { type Building, type Node, nodeOf } from './cst.ts'
import type { Entries, Extent } from './entries.ts'
import { type Parsed, parseWith } from './parse.ts'
import { retokenise } from './retokenise.ts'
import { SameTokens } from './same-tokens.ts'
import type { SourceText, Span } from './source.ts'
import { type Tokenised, tokenise } from './tokenise.ts'
import type { Token } from './tokens.ts'
import { walk } from './walk.ts'

/** A statement or item without mistakes, which the tokens that it is made of decide. */
interface Entry {
  readonly rule: string
  readonly built: Ast.Statement | Ast.Item
  /** The numbers of its tokens, `end` exclusive. */
  first: number
  end: number
  /** All but those of `inner`. */
  readonly spans: readonly Moving[]
  /** Of a block. */
  readonly inner: readonly Entry[]
}

type Moving = { -readonly [K in keyof Span]: Span[K] }

/** How many tokens behind an entry decide where it ends. What decides by more than these is never taken over. */
const lookahead = 3
const looksFar: ReadonlySet<string> = new Set<Ast.Statement['kind']>(['qualify', 'promise'])

/** Remembers one file from one text to the next. */
export class Reparser {
  #tokenised: Tokenised = tokenise({ path: '', text: '' })
  #entries: ReadonlyMap<number, Entry> = new Map()
  #parsed: Parsed | undefined

  /** As `parse` does. What was given before is not to be used afterwards, unless the source is the same. */
  parse(source: SourceText): Parsed {
    if (this.#parsed?.source !== source) this.#parsed = this.#parseAgain(source)
    return this.#parsed
  }

  #parseAgain(source: SourceText): Parsed {
    const { tokens } = this.#tokenised
    const change = changeBetween(this.#parsed?.source.text ?? '', source.text)
    const begins = (index: number) => this.#entries.has(index) && (tokens[index] as Token).firstOnLine
    const again = retokenise(this.#tokenised, source, change, begins)
    this.#tokenised = again ?? tokenise(source)
    const same = new SameTokens(tokens, this.#tokenised.tokens, change, again?.same)
    let reading: Reading | undefined
    const parsed = parseWith(source, this.#tokenised, (building, tokens) => {
      reading = new Reading(building, tokens, this.#entries, same)
      return reading
    })
    this.#entries = byFirst(reading?.entries ?? [])
    return parsed
  }
}

function byFirst(entries: readonly Entry[], found = new Map<number, Entry>()): Map<number, Entry> {
  for (const entry of entries) {
    found.set(entry.first, entry)
    byFirst(entry.inner, found)
  }
  return found
}

/** One text being parsed. */
class Reading implements Entries {
  readonly tokens: readonly Token[]
  /** Without those that are inside others. */
  readonly entries: Entry[] = []
  readonly #building: Building
  readonly #known: ReadonlyMap<number, Entry>
  readonly #same: SameTokens

  constructor(building: Building, tokens: readonly Token[], known: ReadonlyMap<number, Entry>, same: SameTokens) {
    this.#building = building
    this.tokens = tokens
    this.#known = known
    this.#same = same
  }

  find(rule: string, first: number): { readonly node: Node; readonly end: number } | undefined {
    this.#takeFrom(first)
    const before = this.#same.numberBefore(first)
    const entry = this.#known.get(before)
    if (entry?.rule !== rule || entry.first !== before) return undefined
    if (!this.#same.holds(before, entry.end, lookahead)) return undefined
    const node = this.#nodeOf(entry, first)
    if (this.#building.doc(node) !== entry.built.doc) return undefined
    const moved = move(entry, first - before, this.#same.shiftAt(first), this.#building.source)
    this.entries.push(entry)
    return { node, end: moved.end }
  }

  read(node: Node, extent: Extent): void {
    build(this.#building, node)
    const isWhole = extent.whole && !this.#isFaulty(node)
    if (node.built && isWhole && !looksFar.has(node.built.kind) && this.#endsLine(extent.end)) {
      const inner = this.#takeFrom(extent.first)
      const spans = spansOf(node.built, new Set(inner.map(({ built }) => built)))
      const { first, end } = extent
      this.entries.push({ rule: node.name, built: node.built, first, end, spans, inner })
    }
  }

  /** Entries are built in order: if there are mistakes in one or in those inside it, the last is one of them. */
  #isFaulty({ startOffset }: Node): boolean {
    const last = this.#building.diagnostics.at(-1)
    return last !== undefined && last.span.start >= startOffset
  }

  /** Behind it a line begins, so that a mistake further on cannot make anything of it be read again. */
  #endsLine(end: number): boolean {
    return this.tokens[end]?.firstOnLine ?? true
  }

  #takeFrom(first: number): Entry[] {
    let count = this.entries.length
    while (count > 0 && (this.entries[count - 1] as Entry).first >= first) count--
    return count === this.entries.length ? [] : this.entries.splice(count)
  }

  #nodeOf({ rule, built, first, end }: Entry, at: number): Node {
    const node = nodeOf(rule)
    node.startOffset = (this.tokens[at] as Token).startOffset
    node.endOffset = (this.tokens[at + end - first - 1] as Token).endOffset
    node.built = built
    return node
  }
}

function spansOf(root: Ast.AnyNode, inner: ReadonlySet<unknown>): Moving[] {
  const spans: Moving[] = []
  walk(root, node => {
    if (inner.has(node)) return false
    spans.push(node.span)
    return true
  })
  return spans
}

/** A span that several nodes share is moved once, as its source tells. */
function move(entry: Entry, tokens: number, characters: number, source: SourceText): Entry {
  entry.first += tokens
  entry.end += tokens
  for (const span of entry.spans) {
    if (span.source === source) continue
    span.start += characters
    span.end += characters
    span.source = source
  }
  for (const one of entry.inner) move(one, tokens, characters, source)
  return entry
}
