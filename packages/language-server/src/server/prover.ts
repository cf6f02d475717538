/**
 * What takes longer to find out than a check is found out when nothing was typed for a longer while, in slices, so that nobody waits
 * for it. An edit ends it: what had been found of the earlier text is dropped.
 */
import type { Project } from '../service/workspace.ts'
import { logging } from './failures.ts'
import type { Desk } from './publisher.ts'
import { LONG_QUIET, Quiet } from './quiet.ts'
import { turn } from './turn.ts'

/** How long others may have to wait, in milliseconds. */
const SLICE = 20

export class Prover {
  private readonly desk: Desk
  private readonly proved: (path: string) => void
  private readonly quiet = new Quiet(LONG_QUIET, () => void this.prove())
  /** Counts what makes older runs give up. */
  private edits = 0

  /** @param proved told of each open document about which more is known now */
  constructor(desk: Desk, proved: (path: string) => void) {
    this.desk = desk
    this.proved = proved
  }

  changed(): void {
    this.edits++
    this.quiet.disturb()
  }

  stop(): void {
    this.edits++
    this.quiet.stop()
  }

  private async prove(): Promise<void> {
    const { edits } = this
    await this.desk.settled()
    const grown = new Set<Project>()
    for (const path of this.desk.documents.paths) {
      if (this.edits !== edits) return
      const projects = this.desk.context().workspace.projectsOf(path)
      for (const project of projects) if (await this.grows(project, edits)) grown.add(project)
      if (this.edits === edits && projects.some(project => grown.has(project))) this.proved(path)
    }
  }

  /** Proves what can be proved; gives whether there is more to say of the model now. Gives up after an edit. */
  private async grows(project: Project, edits: number): Promise<boolean> {
    const before = project.diagnostics.length
    const { connection } = this.desk
    for (let more = true; more && this.edits === edits; ) {
      logging(connection, 'Proving what a model can do', () => {
        more = false
        more = proves(project)
      })
      await turn()
    }
    return project.diagnostics.length !== before
  }
}

/** Goes on for one slice; gives whether there is more to do. */
function proves(project: Project): boolean {
  const until = performance.now() + SLICE
  let more = true
  while (more && performance.now() < until) more = project.prove()
  return more
}
