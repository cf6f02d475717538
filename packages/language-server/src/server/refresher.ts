/** Findings for a client that asks for them: it is told when to ask again, except after what it typed itself. */
import { DiagnosticRefreshRequest } from 'vscode-languageserver'
import type { Desk } from './publisher.ts'
import { QUIET, Quiet } from './quiet.ts'

export class Refresher {
  private readonly quiet: Quiet

  constructor({ connection, settled }: Pick<Desk, 'connection' | 'settled'>) {
    this.quiet = new Quiet(QUIET, async () => {
      await settled()
      await connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {})
    })
  }

  changed(_paths: ReadonlySet<string>, typed: string | undefined): void {
    if (typed === undefined) this.quiet.disturb()
  }

  closed(): void {}

  stop(): void {
    this.quiet.stop()
  }
}
