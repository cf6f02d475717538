/** What tests reach of one model. */
import type { Compiled } from '@merit-lang/language'
import { compileFile } from '../models/load.ts'
import { normalise } from '../models/paths.ts'
import type { CoverageReport } from '../print/coverage/report.ts'
import { cover } from './coverage.ts'

/** By the tests in it, and by those of other files that import it. */
export function coverModel(path: string, others: readonly string[]): CoverageReport {
  const importsIt = ({ model }: Compiled) => model?.files.some(({ source }) => isSame(source.path, path)) ?? false
  const all = [compileFile(path), ...others.map(compileFile).filter(importsIt)]
  const tested = all.map(compiled => ({ compiled, tests: compiled.lowered?.tests ?? [] }))
  return cover(tested, {}).report
}

const isSame = (one: string, other: string) => normalise(one) === normalise(other)
