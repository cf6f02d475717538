import type { Program } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Pool } from './pool.ts'
import type { Shown } from './show.ts'
export function limitsShown(_p: Program, _a: Analysis, _pool: Pool): readonly Shown[] {
  return []
}
