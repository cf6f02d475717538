/** Whether a model can be run as it stands. */
import type { Project } from '../workspace.ts'
import { counted } from './numbers.ts'

/** Why it cannot be scored: one sentence. Nothing where it can. */
export function notScorable(project: Project): string | undefined {
  const errors = project.checked.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return `The model has ${counted(errors.length, 'error')}.`
  const [unsupported] = project.lowered()?.program.unsupported ?? []
  return unsupported && `This version cannot score ${unsupported.what}, in line ${unsupported.span.line}.`
}

/** The same for the tests of a file. That a model cannot be scored its tests say themselves. */
export function notRunnable(project: Project, path: string): string | undefined {
  if (project.path !== path)
    return 'Another file imports this one, and tests of an imported file belong to no model: they stand in the file that a model begins with.'
  return project.lowered() ? undefined : notScorable(project)
}

/** The paths of a model's files. */
export function filesOf({ checked }: Project): readonly string[] {
  return checked.understood.files.map(({ source }) => source.path)
}

/** `model "…"`, else the name of the file. */
export function titleOf({ path, checked }: Project): string {
  return checked.understood.name || path.slice(path.lastIndexOf('/') + 1)
}
