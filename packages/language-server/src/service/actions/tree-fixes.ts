/** Fixes that need more of the model than the diagnostic itself knows: where its declarations are, and what is used how. */
import type { Diagnostic, Fix } from '@merit-lang/language'
import type { Workspace } from '../workspace.ts'

export function fixesInTree(_workspace: Workspace, _diagnostic: Diagnostic): readonly Fix[] {
  return []
}
