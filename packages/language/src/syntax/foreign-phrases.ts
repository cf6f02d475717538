/**
 * Several tokens in a row that are another language's spelling of something: reported once and read as what was meant, so that
 * nothing after them goes wrong for their sake. Here every word is still a name.
 */

import type { TokenType } from 'chevrotain'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Found, Place } from './foreign.ts'
import {
  choiceType,
  choiceWords,
  counts,
  cutOffSign,
  elementTypes,
  hyphenatedName,
  listWithoutBrackets,
  moreThan,
  plusSign,
} from './foreign-parts.ts'
import { colonRecord } from './foreign-records.ts'
import {
  commaInNumber,
  foreignCase,
  foreignComment,
  foreignRange,
  lastTime,
  signsInWords,
  spacedName,
  unitApart,
  wordsForSign,
} from './foreign-words.ts'
import type { SourceText } from './source.ts'
import { Name, NumberToken, Signs, type Token } from './tokens.ts'

/** What looks for one spelling, with the words and kinds of tokens that it begins with. */
interface Recogniser {
  readonly begins: readonly (string | TokenType)[]
  readonly recognise: (at: Place) => Found | undefined
}

const recognisers: readonly Recogniser[] = [
  { recognise: foreignComment, begins: [Signs.Divide, Signs.Minus] },
  { recognise: foreignRange, begins: ['is', 'between', 'in'] },
  { recognise: foreignCase, begins: [NumberToken] },
  { recognise: wordsForSign, begins: ['is', ...signsInWords.map(([[first]]) => first)] },
  { recognise: lastTime, begins: ['in', 'within'] },
  { recognise: unitApart, begins: [NumberToken] },
  { recognise: spacedName, begins: [Name] },
  { recognise: hyphenatedName, begins: [Name] },
  { recognise: choiceType, begins: [Signs.LBracket, ...choiceWords] },
  { recognise: listWithoutBrackets, begins: [Signs.LBrace, Signs.LParen, ...elementTypes] },
  { recognise: cutOffSign, begins: [Signs.Greater, Signs.GreaterEqual] },
  { recognise: plusSign, begins: [Signs.Plus] },
  { recognise: moreThan, begins: [...counts.keys()] },
  { recognise: commaInNumber, begins: [NumberToken] },
  { recognise: colonRecord, begins: [Signs.Colon] },
]

type Recognisers = readonly Recogniser['recognise'][]

const beginningWith = (...beginnings: readonly (string | TokenType)[]): Recognisers =>
  recognisers.filter(({ begins }) => begins.some(one => beginnings.includes(one))).map(({ recognise }) => recognise)

const beginnings = new Set(recognisers.flatMap(({ begins }) => begins))

/** Words are names, so that whatever begins with any name looks at them too. */
const lookingAt: ReadonlyMap<string | TokenType, Recognisers> = new Map(
  [...beginnings].map(one => [one, typeof one === 'string' ? beginningWith(one, Name) : beginningWith(one)]),
)
const none: Recognisers = []

/** In a text without mistakes few tokens begin anything that is worth a look. */
function recognisersOf({ tokenType, image }: Token): Recognisers {
  return (tokenType === Name ? lookingAt.get(image) : undefined) ?? lookingAt.get(tokenType) ?? none
}

export function readForeignPhrases(source: SourceText, tokens: readonly Token[], diagnostics: Diagnostic[]): Token[] {
  const kept: Token[] = []
  const blocks = blocksFollowed()
  const at = { source, tokens, index: 0, depth: 0, inRecord: false }
  while (at.index < tokens.length) {
    const token = tokens[at.index] as Token
    const found = first(recognisersOf(token), at)
    if (found) {
      if (found.diagnostic) diagnostics.push(found.diagnostic)
      for (const meant of found.tokens) kept.push(meant)
    } else {
      kept.push(token)
      at.depth = Math.max(0, at.depth + depthOf(token))
      at.inRecord = blocks.insideAfter(tokens, at.index)
    }
    at.index += found?.taken ?? 1
  }
  return kept
}

function first(recognisers: Recognisers, at: Place): Found | undefined {
  for (const recognise of recognisers) {
    const found = recognise(at)
    if (found) return found
  }
  return undefined
}

interface Blocks {
  /** Takes the next token, and says whether what follows stands in braces that are not a test's. */
  insideAfter(tokens: readonly Token[], index: number): boolean
}

function blocksFollowed(): Blocks {
  let braces = 0
  let inTest = false
  return {
    insideAfter(tokens, index) {
      const type = tokens[index]?.tokenType
      if (type === Signs.LBrace && braces++ === 0) inTest = tokens[index - 2]?.image === 'test'
      if (type === Signs.RBrace) braces = Math.max(0, braces - 1)
      return !inTest && braces > 0
    },
  }
}

const openers: ReadonlySet<unknown> = new Set([Signs.LParen, Signs.LBracket])
const closers: ReadonlySet<unknown> = new Set([Signs.RParen, Signs.RBracket])

/** A declaration or rule on a new line has left whatever bracket was never closed. */
function depthOf(token: Token): number {
  if (token.firstOnLine && (token.image === 'when' || token.image === 'on')) return -Infinity
  return openers.has(token.tokenType) ? 1 : closers.has(token.tokenType) ? -1 : 0
}
