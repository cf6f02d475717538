import { type CancellationToken, Disposable, workspace } from 'vscode'
import { Debounced } from '../debounced.ts'
import { LANGUAGE } from '../options.ts'

/** How long nothing is typed before tests run again, in milliseconds. */
const QUIET = 500

/** Does the work after each edit of a model, until the token is cancelled. */
export function onEdits(token: CancellationToken, work: () => unknown): void {
  const soon = new Debounced<'all'>(QUIET, work)
  const edits = workspace.onDidChangeTextDocument(({ document }) => {
    if (document.languageId === LANGUAGE) soon.ask('all')
  })
  token.onCancellationRequested(() => Disposable.from(soon, edits).dispose())
}
