/** The tracefile of `geninfo` (LCOV), which most tools for coverage read. */
import { type CoveredLine, hitsOf, linesOf } from './lines.ts'
import type { CoverageReport, CoveredFile } from './report.ts'

/** @param pathOf how the tools are to find a file */
export function coverageAsLcov({ files }: CoverageReport, pathOf: (path: string) => string): string {
  return files.flatMap(file => recordOf(file, pathOf)).join('\n')
}

function recordOf({ path, statements }: CoveredFile, pathOf: (path: string) => string): readonly string[] {
  const lines = linesOf(statements)
  const hits = hitsOf(lines)
  return [
    'TN:',
    `SF:${pathOf(path)}`,
    ...lines.flatMap(branchLines),
    `BRF:${hits.branches}`,
    `BRH:${hits.branchesHit}`,
    ...lines.map(({ line, hits }) => `DA:${line},${hits}`),
    `LF:${hits.lines}`,
    `LH:${hits.linesHit}`,
    'end_of_record',
  ]
}

/** `BRDA:line,block,branch,taken`; `-` where the line was never come to. */
function branchLines({ line, hits, branches }: CoveredLine): readonly string[] {
  return branches.flatMap((times, block) =>
    times.map((taken, branch) => `BRDA:${line},${block},${branch},${hits > 0 ? taken : '-'}`),
  )
}
