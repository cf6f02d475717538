/** Findings for a client that asks for them: it is told when to ask again, except after what it typed itself, where only what is proved later is news to it. */
import { DiagnosticRefreshRequest } from 'vscode-languageserver'
import { Prover } from './prover.ts'
import type { Desk } from './publisher.ts'
import { QUIET, Quiet } from './quiet.ts'

export class Refresher {
  private readonly quiet: Quiet
  private readonly prover: Prover

  constructor(desk: Desk) {
    this.quiet = new Quiet(QUIET, async () => {
      await desk.settled()
      await desk.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {})
    })
    this.prover = new Prover(desk, () => this.quiet.disturb())
  }

  changed(_paths: ReadonlySet<string>, typed: string | undefined): void {
    if (typed === undefined) this.quiet.disturb()
    this.prover.changed()
  }

  closed(): void {}

  stop(): void {
    this.quiet.stop()
    this.prover.stop()
  }
}
