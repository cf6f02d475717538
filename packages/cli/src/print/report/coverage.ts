/** What tests reach in the words that `merit test --coverage` has for it, for a report. */
import type { CoverageTold } from '@merit-lang/insight'
import { positionAt } from '@merit-lang/language'
import type { CoverageReport } from '../coverage/report.ts'
import { gapsOf } from '../coverage/words.ts'

export function tellCoverage({ tests, tally, files }: CoverageReport): CoverageTold {
  const open = files.flatMap(({ path, statements }) =>
    statements.flatMap(statement => {
      const gaps = gapsOf(statement).filter(gap => !gap.isImpossible)
      const { source, start } = statement.span
      const place = `${path}:${positionAt(source, start).line}`
      return gaps.length > 0 ? [{ place, name: statement.name, gaps: gaps.map(gapText) }] : []
    }),
  )
  return { tests, tally, open }
}

const gapText = ({ text, example }: ReturnType<typeof gapsOf>[number]) =>
  example ? `${text}, such as ${example}` : text
