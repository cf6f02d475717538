/**
 * Findings on their way to a client that is sent them: mistakes in the text at once, all that is found when nothing was typed for a
 * while. Each bears the version of the text that it is about; nothing is sent about a text that is no longer there.
 */
import type { Connection, Diagnostic } from 'vscode-languageserver'
import { type Finding, keyOf, mistakesIn } from '../service/diagnostics.ts'
import { editBetween, movedBy } from '../service/edit.ts'
import type { SourceText } from '../service/text.ts'
import type { Documents } from './documents.ts'
import { logging } from './failures.ts'
import type { Context } from './feature.ts'
import { Prover } from './prover.ts'
import { diagnosticOf, diagnosticsOf, MOST } from './publish.ts'
import { QUIET, Quiet } from './quiet.ts'
import { turn } from './turn.ts'

export interface Desk {
  readonly connection: Connection
  readonly documents: Documents
  context(): Context
  /** Nothing where no file is being read. */
  settled(): Promise<unknown> | undefined
  /** Told when it is known again between which points scores and rules are. */
  measured(): void
}

/** What a client was last told about a document. */
interface Told {
  readonly source: SourceText | undefined
  readonly mistakes: string
  /** All but the mistakes, with their places in the text. */
  readonly others: readonly { readonly start: number; readonly end: number; readonly diagnostic: Diagnostic }[]
}

const nothing: Told = { source: undefined, mistakes: '', others: [] }

export class Publisher {
  private readonly desk: Desk
  private readonly told = new Map<string, Told>()
  /** Open documents whose findings may be others than the client was told. */
  private readonly stale = new Set<string>()
  private readonly quiet = new Quiet(QUIET, () => void this.publishStale())
  private readonly prover: Prover
  /** Counts what makes older runs give up. */
  private edits = 0

  constructor(desk: Desk) {
    this.desk = desk
    this.prover = new Prover(desk, path => this.publish(path))
  }

  changed(paths: ReadonlySet<string>, typed: string | undefined): void {
    for (const path of paths) if (this.desk.documents.isOpen(path)) this.stale.add(path)
    this.edits++
    if (typed !== undefined) this.sendMistakes(typed)
    if (this.stale.size > 0) this.quiet.disturb()
    this.prover.changed()
  }

  closed(path: string): void {
    this.told.delete(path)
    this.stale.delete(path)
    void this.send(path, undefined, [])
  }

  stop(): void {
    this.quiet.stop()
    this.prover.stop()
  }

  /** Between two documents there is time for what the client sends meanwhile. */
  private async publishStale(): Promise<void> {
    const { edits } = this
    await this.desk.settled()
    for (const path of this.stale) {
      if (this.edits !== edits) return
      this.stale.delete(path)
      logging(this.desk.connection, 'Publishing what was found', () => this.publish(path))
      await turn()
    }
  }

  private publish(path: string): void {
    const context = this.desk.context()
    const uri = context.uriOf(path)
    const findings = context.findings(uri)
    const mistakes = mistakesIn(context.workspace, path)
    this.told.set(path, toldOf(context, context.source(uri), findings, mistakes))
    void this.send(path, this.desk.documents.versionOf(path), diagnosticsOf(findings, context))
  }

  /** Where other mistakes stand in the text than before. What else was found goes along with the text that it is about. */
  private sendMistakes(path: string): void {
    const context = this.desk.context()
    const mistakes = mistakesIn(context.workspace, path)
    const before = this.told.get(path) ?? nothing
    if (summaryOf(mistakes) === before.mistakes) return
    const source = context.source(context.uriOf(path))
    const others = source ? stillStanding(before, source, context) : []
    this.told.set(path, { source, mistakes: summaryOf(mistakes), others })
    const diagnostics = [...diagnosticsOf(mistakes, context), ...others.map(one => one.diagnostic)]
    void this.send(path, this.desk.documents.versionOf(path), diagnostics)
  }

  private async send(path: string, version: number | undefined, diagnostics: Diagnostic[]): Promise<void> {
    const uri = this.desk.context().uriOf(path)
    await this.desk.connection.sendDiagnostics({ uri, version, diagnostics }).catch(() => {})
  }
}

const summaryOf = (mistakes: readonly Finding[]) => mistakes.map(({ name, message }) => `${name} ${message}`).join('\n')

function toldOf(
  context: Context,
  source: SourceText | undefined,
  findings: readonly Finding[],
  mistakes: readonly Finding[],
): Told {
  const known = new Set(mistakes.map(keyOf))
  const others = findings.filter(finding => !known.has(keyOf(finding))).slice(0, MOST)
  return {
    source,
    mistakes: summaryOf(mistakes),
    others: others.map(one => ({ start: one.span.start, end: one.span.end, diagnostic: diagnosticOf(one, context) })),
  }
}

/** What was found in the text before and is not touched by the edit, where it stands now. */
function stillStanding({ source, others }: Told, now: SourceText, { range }: Context): Told['others'] {
  const edit = editBetween(source?.text ?? '', now.text)
  return others.flatMap(({ diagnostic, ...place }) => {
    const at = movedBy(edit, place)
    return at ? [{ ...at, diagnostic: { ...diagnostic, range: range({ source: now, ...at }) } }] : []
  })
}
