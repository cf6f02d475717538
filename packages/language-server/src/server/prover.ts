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

  /** Findings first: nobody has to ask for them. */
  private async prove(): Promise<void> {
    const { edits } = this
    await this.desk.settled()
    const grown = new Set<Project>()
    for (const path of this.desk.documents.paths) {
      if (this.edits !== edits) return
      const projects = this.projectsOf(path)
      for (const project of projects) if (await this.grows(project, edits)) grown.add(project)
      if (this.edits === edits && projects.some(project => grown.has(project))) this.proved(path)
    }
    for (const project of this.desk.documents.paths.flatMap(path => this.projectsOf(path)))
      await this.steps(() => project.measure(), edits)
    if (this.edits === edits) this.desk.measured()
  }

  private projectsOf(path: string): readonly Project[] {
    return this.desk.context().workspace.projectsOf(path)
  }

  /** Proves what can be proved; gives whether there is more to say of the model now. Gives up after an edit. */
  private async grows(project: Project, edits: number): Promise<boolean> {
    const before = project.diagnostics.length
    await this.steps(() => project.prove(), edits)
    return project.diagnostics.length !== before
  }

  /** In slices, until there is nothing more to do. */
  private async steps(step: () => boolean, edits: number): Promise<void> {
    const { connection } = this.desk
    for (let more = true; more && this.edits === edits; ) {
      logging(connection, 'Proving what a model can do', () => {
        more = false
        more = goOn(step)
      })
      await turn()
    }
  }
}

/** For one slice; gives whether there is more to do. */
function goOn(step: () => boolean): boolean {
  const until = performance.now() + SLICE
  let more = true
  while (more && performance.now() < until) more = step()
  return more
}
