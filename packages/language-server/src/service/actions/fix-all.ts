/** All safe fixes of a file at once. */
import { type Diagnostic, fixesOf } from '@merit-lang/language'
import { projectOf } from '../project.ts'
import { edited } from '../trial.ts'
import type { Project, TextEdit, Workspace } from '../workspace.ts'
import { difference, errorsIn } from './edits.ts'
import { diagnosticsOf, isSafe } from './quick-fixes.ts'

/** Each round fixes what does not overlap, and may bring up what another round fixes. */
const ROUNDS = 10

/**
 * One edit, or none where nothing is left to fix. What is found in any of the models that the file belongs to is fixed, unless
 * that would bring an error into one of them; a round that would is not made.
 */
export function fixAll(workspace: Workspace, path: string): readonly TextEdit[] {
  const source = workspace.parsed(path)?.source
  if (!source) return []
  let now = workspace.projectsOf(path)
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeEdits(now, path)
    if (edits.length === 0) break
    const next = withText(workspace, now, path, edits)
    if (now.some((project, i) => errorsIn(next[i] as Project) > errorsIn(project))) break
    now = next
  }
  return difference(source, textIn(now, path) ?? source.text)
}

export function canFix(workspace: Workspace, path: string): boolean {
  return safeEdits(workspace.projectsOf(path), path).length > 0
}

/** Those of the earlier diagnostics where edits overlap; an edit of another file is nobody's to make unasked. */
function safeEdits(projects: readonly Project[], path: string): readonly TextEdit[] {
  const taken: TextEdit[] = []
  for (const diagnostic of diagnosticsOf(projects, path).filter(isSafe)) {
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

function withText(
  workspace: Workspace,
  projects: readonly Project[],
  path: string,
  edits: readonly TextEdit[],
): readonly Project[] {
  const source = { path, text: edited({ path, text: textIn(projects, path) ?? '' }, edits) }
  const read = (asked: string) => (asked === path ? source : workspace.parsed(asked)?.source)
  return projects.map(project => projectOf(read(project.path) ?? project.checked.understood.entry, read))
}

/** All of them have the same text of it. */
function textIn([project]: readonly Project[], path: string): string | undefined {
  return project?.checked.understood.files.find(({ source }) => source.path === path)?.source.text
}
