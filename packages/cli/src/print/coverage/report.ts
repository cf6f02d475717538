/** What tests reach, file by file: what every format of it is printed from. */

import {
  type Coverage,
  type CoveredStatement,
  mergedCoverage,
  type Share,
  type Tally,
  tallyOf,
} from '@merit-lang/insight'
import { normalise } from '../../models/paths.ts'

export interface CoverageReport extends CoveredPart {
  /** Those in which something gives points or decides something. */
  readonly files: readonly CoveredFile[]
  /** How many tests reach it. */
  readonly tests: number
}

interface CoveredPart {
  /** In the order of the text. */
  readonly statements: readonly CoveredStatement[]
  readonly tally: Tally
}

export interface CoveredFile extends CoveredPart {
  readonly path: string
}

/** @param all of models that may have files in common */
export function reportOf(all: readonly Coverage[], tests: number): CoverageReport {
  const { statements } = mergedCoverage(all, normalise)
  const paths = [...new Set(statements.map(fileOf))].sort()
  const files = paths.map(path => ({ path, ...partOf(statements.filter(one => fileOf(one) === path)) }))
  return { ...partOf(statements), files, tests }
}

const fileOf = ({ span }: CoveredStatement) => normalise(span.source.path)

function partOf(statements: readonly CoveredStatement[]): CoveredPart {
  return { statements: [...statements].sort((a, b) => a.span.start - b.span.start), tally: tallyOf(statements) }
}

export const shareText = ({ covered, all }: Share) => (all === 0 ? '–' : `${covered} of ${all}`)
