/** The words of the language. Adding one takes its record and one line here. */
import { average, first, largest as largestOf, last, smallest as smallestOf, sum } from './aggregates/aggregates.ts'
import { halfLife } from './decay/half-life.ts'
import { linear } from './decay/linear.ts'
import { ofOriginal } from './decay/of-original.ts'
import { ofRemaining } from './decay/of-remaining.ts'
import { points } from './decay/points.ts'
import { forms } from './forms/forms.ts'
import { absoluteValue, domain, largest, length, round, roundDown, roundUp, smallest } from './functions/functions.ts'
import { limits } from './limits.ts'
import { contains } from './text-operators/contains.ts'
import { containsWord } from './text-operators/contains-word.ts'
import { endsWith } from './text-operators/ends-with.ts'
import { like } from './text-operators/like.ts'
import { matches } from './text-operators/matches.ts'
import { startsWith } from './text-operators/starts-with.ts'
import { types } from './types.ts'
import { units } from './units.ts'
import type { Vocabulary } from './word.ts'

export const standardVocabulary: Vocabulary = {
  textOperators: [contains, containsWord, startsWith, endsWith, like, matches],
  decayShapes: [halfLife, linear, ofOriginal, ofRemaining, points],
  functions: [domain, length, smallest, largest, absoluteValue, round, roundDown, roundUp],
  aggregates: [sum, average, smallestOf, largestOf, first, last],
  units,
  types,
  limits,
  forms,
}
