/**
 * What went wrong where the grammar could not go on, in the user's words. Each recogniser knows one kind of mistake; the
 * first that recognises it speaks, and the last always does. A statement about which something was already said keeps
 * quiet, because one mistake often causes the next.
 */
import type { IRecognitionException } from 'chevrotain'
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { expectedSomething } from '../diagnostics/syntax/expected-something.ts'
import { unfinishedStatement } from '../diagnostics/syntax/unfinished-statement.ts'
import { nothingMore, whatIsExpected } from './expected.ts'
import { secondComparison } from './mistaken-chains.ts'
import {
  atMissing,
  colonWanted,
  commaMissing,
  conditionMissing,
  equalsWanted,
  missingAction,
  missingAmount,
  nameInQuotes,
  notAdd,
  pointsAfter,
  roundList,
  timeMissing,
  valueMissing,
} from './mistaken-parts.ts'
import {
  capitalised,
  misplacedStatement,
  misspeltEntry,
  misspeltModifier,
  misspeltStart,
  nameIsKeyword,
} from './mistaken-words.ts'
import type { SourceText } from './source.ts'
import { after, entries, lastBefore, placesOf, type Recogniser, type Stuck, say } from './stuck.ts'
import { isStart, Signs, type Token } from './tokens.ts'

const recognisers: readonly Recogniser[] = [
  nameInQuotes,
  misplacedStatement,
  pointsAfter,
  misspeltEntry,
  misspeltStart,
  misspeltModifier,
  colonWanted,
  equalsWanted,
  secondComparison,
  commaMissing,
  capitalised,
  missingAmount,
  notAdd,
  missingAction,
  roundList,
  timeMissing,
  atMissing,
  nameIsKeyword,
  conditionMissing,
  valueMissing,
]

export function describeMistakes(
  source: SourceText,
  tokens: readonly Token[],
  errors: readonly IRecognitionException[],
  swallowed: ReadonlySet<unknown>,
): Diagnostic[] {
  const places = errors.length > 0 ? placesOf(source, tokens, errors) : []
  return places.flatMap((at, i) => {
    const first = swallowed.has(at.lineStart) ? at.lineStart : undefined
    const readAgain = first !== undefined && places[i + 1]?.lineStart === first
    if (readAgain) return []
    return first ? unfinished(at, first) : describe(at)
  })
}

function describe(at: Stuck): Diagnostic {
  for (const recognise of recognisers) {
    const found = recognise(at)
    if (found) return found
  }
  return somethingExpected(at)
}

/** A statement took the next one's first words for its own. */
function unfinished(at: Stuck, next: Token): Diagnostic {
  const index = lastBefore(at.tokens, at.index + 1, token => token === next)
  const begin = at.tokens[lastBefore(at.tokens, index, isStart)]
  const end = (at.tokens[index - 1]?.endOffset ?? -1) + 1
  return report(unfinishedStatement, { source: at.source, start: end, end }, { word: begin?.image ?? '' })
}

function somethingExpected(at: Stuck): Diagnostic {
  return say(at, expectedSomething, {
    expected: isRest(at) ? nothingMore : whatIsExpected(at.rule, at.expected),
    found: at.missing ? undefined : at.token.image,
    after: after(at) || undefined,
  })
}

/** Something stands on the line behind a rule that is whole. */
function isRest(at: Stuck): boolean {
  return entries.includes(at.rule) && !at.token.firstOnLine && at.previous?.tokenType !== Signs.LBrace
}

// ---------------------------------------------------------------- one mistake, one error

/** Without those of a later pass in a statement about which an earlier pass has spoken. */
export function firstPerStatement(tokens: readonly Token[], passes: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const starts = tokens.filter(isStart).map(token => token.startOffset)
  const spoken = new Set<number>()
  return passes.flatMap(pass => {
    const kept = pass.filter(diagnostic => !spoken.has(statementAt(starts, diagnostic.span.start)))
    for (const diagnostic of kept) spoken.add(statementAt(starts, diagnostic.span.start))
    return kept
  })
}

/** The index of the statement around an offset. */
function statementAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
