import type { AnyDiagnosticRecord } from '../diagnostic.ts'
import { addWithoutNumber } from './add-without-number.ts'
import { capitalisedKeyword } from './capitalised-keyword.ts'
import { chainTooLong } from './chain-too-long.ts'
import { chainedComparison } from './chained-comparison.ts'
import { choiceWithoutOneOf } from './choice-without-one-of.ts'
import { colonBeforeRecord } from './colon-before-record.ts'
import { colonForEquals } from './colon-for-equals.ts'
import { commentSign } from './comment-sign.ts'
import { curlyQuotes } from './curly-quotes.ts'
import { dateSpelling } from './date-spelling.ts'
import { equalsForColon } from './equals-for-colon.ts'
import { eventWithoutTime } from './event-without-time.ts'
import { expectedSomething } from './expected-something.ts'
import { foreignSign } from './foreign-sign.ts'
import { gradeElseNotLast } from './grade-else-not-last.ts'
import { insteadOfAdd } from './instead-of-add.ts'
import { isForEquals } from './is-for-equals.ts'
import { keywordAsName } from './keyword-as-name.ts'
import { knownSpelling } from './known-spelling.ts'
import { listInParentheses } from './list-in-parentheses.ts'
import { loneCloser } from './lone-closer.ts'
import { missingAt } from './missing-at.ts'
import { missingComma } from './missing-comma.ts'
import { missingCondition } from './missing-condition.ts'
import { missingElse } from './missing-else.ts'
import { missingPoints } from './missing-points.ts'
import { missingValue } from './missing-value.ts'
import { missingWithin } from './missing-within.ts'
import { nameNeedsBackticks } from './name-needs-backticks.ts'
import { nestingTooDeep } from './nesting-too-deep.ts'
import { numberComma } from './number-comma.ts'
import { percentApart } from './percent-apart.ts'
import { pointsAfterNumber } from './points-after-number.ts'
import { rangeSpelling } from './range-spelling.ts'
import { semicolon } from './semicolon.ts'
import { singleQuotes } from './single-quotes.ts'
import { statementInBlock } from './statement-in-block.ts'
import { strayCharacter } from './stray-character.ts'
import { unclosedBrace } from './unclosed-brace.ts'
import { unclosedBracket } from './unclosed-bracket.ts'
import { unfinishedStatement } from './unfinished-statement.ts'
import { unitApart } from './unit-apart.ts'
import { unknownEscape } from './unknown-escape.ts'
import { unknownStatement } from './unknown-statement.ts'
import { unknownWord } from './unknown-word.ts'
import { unopenedBrace } from './unopened-brace.ts'
import { unterminatedName } from './unterminated-name.ts'
import { unterminatedText } from './unterminated-text.ts'

/** What is wrong with a text before it is known what it means. */
export const syntaxDiagnostics: readonly AnyDiagnosticRecord[] = [
  addWithoutNumber,
  capitalisedKeyword,
  chainTooLong,
  chainedComparison,
  choiceWithoutOneOf,
  colonBeforeRecord,
  colonForEquals,
  commentSign,
  curlyQuotes,
  dateSpelling,
  equalsForColon,
  eventWithoutTime,
  expectedSomething,
  foreignSign,
  gradeElseNotLast,
  insteadOfAdd,
  isForEquals,
  keywordAsName,
  knownSpelling,
  listInParentheses,
  loneCloser,
  missingAt,
  missingComma,
  missingCondition,
  missingElse,
  missingPoints,
  missingValue,
  missingWithin,
  nameNeedsBackticks,
  nestingTooDeep,
  numberComma,
  percentApart,
  pointsAfterNumber,
  rangeSpelling,
  semicolon,
  singleQuotes,
  statementInBlock,
  strayCharacter,
  unclosedBrace,
  unclosedBracket,
  unfinishedStatement,
  unitApart,
  unknownEscape,
  unknownStatement,
  unknownWord,
  unopenedBrace,
  unterminatedName,
  unterminatedText,
]
