import type { Program } from '@merit-lang/runtime'
import type { Pool } from './pool.ts'
import type { Settled } from './settle.ts'
import type { Shown } from './show.ts'
export function edgesOf(_s: readonly Settled[], _p: Program, _pool: Pool): readonly Shown[] {
  return []
}
