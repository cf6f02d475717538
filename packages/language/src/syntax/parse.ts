/** Text to tree. Never throws, always gives a tree, and one diagnostic per mistake. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type * as Ast from './ast.ts'
import { entry, file } from './build.ts'
import { Building, type Node } from './cst.ts'
import { type Entries, forgetful } from './entries.ts'
import { MeritParser } from './grammar.ts'
import type { Comment } from './lex.ts'
import { describeMistakes, firstPerStatement } from './mistakes.ts'
import type { SourceText } from './source.ts'
import { type Tokenised, tokenise } from './tokenise.ts'
import { Signs, type Token } from './tokens.ts'

export type { Comment } from './lex.ts'

export interface Parsed {
  readonly source: SourceText
  readonly ast: Ast.File
  /** In the order of their places. */
  readonly diagnostics: readonly Diagnostic[]
  readonly comments: readonly Comment[]
}

let shared: MeritParser | undefined

/** Building the parser takes tens of milliseconds: one for the process, when first needed. */
function parser(): MeritParser {
  shared ??= new MeritParser()
  return shared
}

/** The structure of the grammar, by the names of its rules. */
export function grammarRules() {
  return parser().getGAstProductions()
}

export function parse(source: SourceText): Parsed {
  return parseWith(source, tokenise(source), everythingRead)
}

/** What knows entries of the text that is parsed, by its tokens, and is told of those that are built. */
export type Remember = (building: Building, tokens: readonly Token[]) => Entries

const everythingRead: Remember = building => ({ ...forgetful, read: node => entry(building, node) })

export function parseWith(source: SourceText, tokenised: Tokenised, remember: Remember): Parsed {
  const { written, comments, slips, unbalanced } = tokenised
  // The parser puts ends of the file behind the tokens that it is given.
  const tokens = [...tokenised.tokens]
  const grammar = parser()
  const building = new Building(source, docsOf(comments, written))
  grammar.input = tokens
  grammar.entriesKnown = remember(building, tokenised.tokens)
  const ast = file(building, grammar.file() as unknown as Node)
  const mistakes = describeMistakes(source, tokens, grammar.errors, grammar.swallowed)
  grammar.input = []
  grammar.entriesKnown = forgetful
  const passes = [[...slips, ...unbalanced], mistakes, building.diagnostics]
  const isFlawless = passes.every(found => found.length === 0)
  const diagnostics = isFlawless ? [] : inOrder(firstPerStatement(written, passes))
  return { source, ast, diagnostics, comments }
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** By the offset of the token that the `##` lines stand before; a comma between is passed over. */
function docsOf(comments: readonly Comment[], tokens: readonly Token[]): ReadonlyMap<number, string> {
  const docs = new Map<number, string>()
  let next = 0
  for (const { doc, ownLine, span } of comments) {
    if (!doc || !ownLine) continue
    while (isPassedOver(tokens[next], span.end)) next++
    const documented = tokens[next] as Token | undefined
    if (!documented) break
    const line = span.source.text.slice(span.start, span.end).replace(/^## ?/, '').trimEnd()
    const before = docs.get(documented.startOffset)
    docs.set(documented.startOffset, before === undefined ? line : `${before}\n${line}`)
  }
  return docs
}

function isPassedOver(token: Token | undefined, end: number): boolean {
  return token !== undefined && (token.startOffset < end || token.tokenType === Signs.Comma)
}
