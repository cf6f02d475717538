/** All that is offered for a place: what mends it, and what writes it otherwise. */
import type { Span } from '../text.ts'
import type { Action, Workspace } from '../workspace.ts'
import { harmless } from './edits.ts'
import { canFix, fixAll } from './fix-all.ts'
import { quickFixes } from './quick-fixes.ts'
import { refactorings } from './refactor/index.ts'
import { selectionOf } from './selection.ts'

/** Edits are worked out when an action is asked for its own: offering is cheap, whatever the size of the model. */
export function actionsAt(workspace: Workspace, span: Span): readonly Action[] {
  return [...quickFixes(workspace, span), ...refactoringsAt(workspace, span), ...sourceActions(workspace, span)]
}

/** What would bring an error turns out to have no edits. */
export function refactoringsAt(workspace: Workspace, span: Span): readonly Action[] {
  const selection = selectionOf(workspace, span)
  if (!selection) return []
  const offered = refactorings.flatMap(refactoring => refactoring(selection))
  return offered.map(action => ({ ...action, edits: () => harmless(workspace, action.edits()) }))
}

function sourceActions(workspace: Workspace, { source: { path } }: Span): readonly Action[] {
  if (!canFix(workspace, path)) return []
  return [{ title: 'Fix all', kind: 'source.fixAll.merit', edits: () => fixAll(workspace, path) }]
}
