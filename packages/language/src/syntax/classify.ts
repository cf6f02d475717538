/**
 * Says which words are keywords. The law: a keyword is an ordinary name in backticks; in `[…]`; before `:`; before or after
 * `.`; before `,` or lone in `(…)`; after `=`, `!=` or `:`; and as the label of a grade, unless it stands first on
 * its line, where it starts a statement. A contextual keyword is a keyword only where its record says so.
 */
import type { TokenType } from 'chevrotain'
import { keywordOf, type Surroundings, startsSomething } from './keywords.ts'
import { retype } from './lex.ts'
import {
  DateTime,
  Duration,
  Keywords,
  keywordIn,
  keywordToken,
  Label,
  Name,
  NumberToken,
  Percent,
  QuotedName,
  Signs,
  Text,
  type Token,
} from './tokens.ts'

const valueEnds: ReadonlySet<TokenType> = new Set([
  Name,
  QuotedName,
  Label,
  NumberToken,
  Percent,
  Duration,
  DateTime,
  Text,
  Signs.RParen,
  Signs.RBracket,
  Signs.RBrace,
  Signs.DotDot,
  Keywords.True,
  Keywords.False,
  Keywords.Match,
  Keywords.Times,
  Keywords.Once,
  Keywords.First,
  Keywords.Required,
])

/** It ends a value, so that no name can follow, except as the word of an operator. */
export function endsValue(token: Token | undefined): boolean {
  return token !== undefined && valueEnds.has(token.tokenType)
}

const literals: ReadonlySet<TokenType> = new Set([NumberToken, Percent, Duration, DateTime, Text])

/** The word, sign, or kind of a token; for a token still to come, a word that may be a keyword stands as itself. */
function kindOf(token: Token | undefined): string {
  if (!token) return ''
  const type = token.tokenType
  if (literals.has(type)) return type.name
  if (type === QuotedName || type === Label) return 'Name'
  return type === Name && !(token.image && keywordOf(token.image)) ? 'Name' : token.image
}

const kindBefore = (token: Token | undefined) => (token?.tokenType === Name ? 'Name' : kindOf(token))

export function classify(tokens: readonly Token[]): void {
  const places = placesOf(tokens)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    places.enter(i)
    if (places.inGrade() && standsAsLabel(tokens, i)) retype(token, Label)
    else if (token.tokenType === QuotedName) retype(token, Name)
    else if (token.tokenType === Name) classifyWord(tokens, i, places.inList(i))
    places.leave(i)
  }
}

function classifyWord(tokens: readonly Token[], i: number, inList: boolean): void {
  const token = tokens[i] as Token
  const keyword = keywordOf(token.image)
  if (!keyword) return
  const at = surroundings(tokens, i)
  if (standsAsName(token.image, at, inList)) return
  if (keyword.where ? keyword.where(at) : !followsAsSymbol(token.image, at)) {
    retype(token, keywordToken(token.image) as TokenType)
  }
}

function surroundings(tokens: readonly Token[], i: number): Surroundings {
  const previous = tokens[i - 1]
  return {
    before: kindBefore(previous),
    beforeThat: kindBefore(tokens[i - 2]),
    after: kindOf(tokens[i + 1]),
    endsValue: (previous !== undefined && valueEnds.has(previous.tokenType)) || endsNo(tokens, i),
    firstOnLine: (tokens[i] as Token).firstOnLine,
  }
}

/** The token before is the last word of `no decay`, `no within`, `no cooldown`. */
const endsNo = (tokens: readonly Token[], i: number) => tokens[i - 2]?.tokenType === Keywords.No

/** Words that keep their meaning even where a name could stand. */
const booleans = new Set(['true', 'false'])
const keepsMeaningBeforeColon = new Set(['else', ...booleans])
const gives = new Set(['add', 'subtract'])
const keepsMeaningBeforeComma = new Set(['reset', 'once', 'first', 'match', 'required', ...booleans])

function standsAsName(word: string, at: Surroundings, inList: boolean): boolean {
  if (inList) return !booleans.has(word)
  if (at.after === '.' || at.before === '.') return true
  if (at.after === ':') return !keepsMeaningBeforeColon.has(word)
  if (at.after === ',') return !keepsMeaningBeforeComma.has(word)
  return at.before === '(' && at.after === ')' ? !booleans.has(word) : at.before === ',' && at.after === ')'
}

/** A reserved word right after `=`, `!=` or `:` is a symbol, unless it starts a line and a statement. */
function followsAsSymbol(word: string, at: Surroundings): boolean {
  if (at.firstOnLine && startsSomething(word)) return false
  if (booleans.has(word) || (gives.has(word) && at.after === 'Number')) return false
  if (at.before === ':') return word !== 'else' && !(word === 'list' && at.after === 'of')
  return at.before === '=' || at.before === '!='
}

/** Words that keep their meaning where `at` or `when` follows. */
const noLabels = new Set(['qualify', 'disqualify', 'else'])
const labelTypes: ReadonlySet<TokenType> = new Set([Name, QuotedName, NumberToken, Text])

/** In the braces of a grade: what stands before `at` or `when`, and after `else`. */
function standsAsLabel(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  const previous = tokens[i - 1]
  if (!previous || !labelTypes.has(token.tokenType) || noLabels.has(token.image)) return false
  if (previous.tokenType === Keywords.Else) return true
  const follows =
    previous.tokenType === Signs.LBrace || previous.tokenType === Signs.Comma || valueEnds.has(previous.tokenType)
  return follows && opensRow(tokens, i + 1)
}

function opensRow(tokens: readonly Token[], i: number): boolean {
  const next = kindOf(tokens[i])
  const afterThat = tokens[i + 1]?.image
  return next === 'when' || (next === 'at' && afterThat !== 'least' && afterThat !== 'most')
}

// ---------------------------------------------------------------- lists and grades

interface Places {
  enter(i: number): void
  leave(i: number): void
  inGrade(): boolean
  inList(i: number): boolean
}

function placesOf(tokens: readonly Token[]): Places {
  const braces: boolean[] = []
  let gradeComes = false
  let listEnd = -1
  return {
    enter(i) {
      const type = tokens[i]?.tokenType
      if (type === Signs.LBracket && i > listEnd) listEnd = endOfList(tokens, i)
      if (type === Signs.RBrace) braces.pop()
    },
    leave(i) {
      const token = tokens[i] as Token
      const type = token.tokenType
      if (type === Keywords.Grade) gradeComes = true
      if (type === Signs.LBrace) {
        braces.push(gradeComes)
        gradeComes = false
      } else if (token.firstOnLine && keywordIn(token)?.role === 'statement') {
        braces.length = 0
        gradeComes = type === Keywords.Grade
      }
    },
    inGrade: () => braces.at(-1) === true,
    inList: i => i < listEnd,
  }
}

/** Where the list that opens at `i` closes; `i` itself if it does not before the next brace, list or statement. */
function endOfList(tokens: readonly Token[], i: number): number {
  for (let j = i + 1; j < tokens.length; j++) {
    const token = tokens[j] as Token
    const type = token.tokenType
    if (type === Signs.RBracket) return j
    if (type === Signs.LBracket || type === Signs.LBrace || type === Signs.RBrace) return i
    if (startsStatement(tokens, j)) return i
  }
  return i
}

const continuesList = new Set([',', ']', ')', ':', '.', ''])

function startsStatement(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  return token.firstOnLine && startsSomething(token.image) && !continuesList.has(tokens[i + 1]?.image ?? '')
}
