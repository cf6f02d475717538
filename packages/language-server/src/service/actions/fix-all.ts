/** All safe fixes of a file at once. */
import { type Diagnostic, fixesOf } from '@merit-lang/language'
import { projectOf } from '../project.ts'
import { edited } from '../trial.ts'
import type { Project, TextEdit, Workspace } from '../workspace.ts'
import { difference, errorsIn } from './edits.ts'
import { isSafe } from './quick-fixes.ts'

/** Each round fixes what does not overlap, and may bring up what another round fixes. */
const ROUNDS = 10

/** One edit, or none where nothing is left to fix. A round that would bring more errors than there were is not made. */
export function fixAll(workspace: Workspace, path: string): readonly TextEdit[] {
  const project = workspace.projectsOf(path)[0]
  const source = workspace.parsed(path)?.source
  if (!project || !source) return []
  let now = project
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeEdits(now, path)
    if (edits.length === 0) break
    const next = withText(workspace, now, path, edits)
    if (errorsIn(next) > errorsIn(now)) break
    now = next
  }
  return difference(source, textIn(now, path))
}

export function canFix(workspace: Workspace, path: string): boolean {
  const project = workspace.projectsOf(path)[0]
  return project !== undefined && safeEdits(project, path).length > 0
}

/** Those of the earlier diagnostics where edits overlap; an edit of another file is nobody's to make unasked. */
function safeEdits({ checked }: Project, path: string): readonly TextEdit[] {
  const taken: TextEdit[] = []
  for (const diagnostic of checked.diagnostics.filter(one => one.span.source.path === path && isSafe(one))) {
    const edits = editsOf(diagnostic)
    const stays = edits.every(
      ({ span }) => span.source.path === path && !taken.some(other => overlap(span, other.span)),
    )
    if (stays) taken.push(...edits)
  }
  return taken
}

const editsOf = (diagnostic: Diagnostic) => fixesOf(diagnostic)[0]?.edits ?? []

function overlap(a: TextEdit['span'], b: TextEdit['span']): boolean {
  return a.start <= b.end && b.start <= a.end
}

function withText(workspace: Workspace, project: Project, path: string, edits: readonly TextEdit[]): Project {
  const source = { path, text: edited({ path, text: textIn(project, path) }, edits) }
  const read = (asked: string) => (asked === path ? source : workspace.parsed(asked)?.source)
  return projectOf(read(project.path) ?? project.checked.understood.entry, read)
}

function textIn({ checked }: Project, path: string): string {
  return checked.understood.files.find(({ source }) => source.path === path)?.source.text ?? ''
}
