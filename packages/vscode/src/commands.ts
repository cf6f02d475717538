/** The commands of `package.json`, each in a line. */

import type { DocumentParams } from '@merit-lang/language-server'
import { commands, Disposable, Uri, window, workspace } from 'vscode'
import { explainSample } from './explain-sample.ts'
import { EXPLAIN_FINDING, LANGUAGE } from './options.ts'
import type { Pages } from './pages.ts'
import type { Previews } from './preview/previews.ts'
import { chooseSamples } from './samples.ts'
import type { Server } from './server.ts'
import type { Tests } from './testing/tests.ts'

interface Parts {
  readonly server: Server
  readonly tests: Tests
  readonly previews: Previews
  readonly pages: Pages
}

const firstModel = `when industry in [SaaS] add 15
on download(whitepaper) add 20 decay 30d
qualify at 25

test "a SaaS company that read the white paper qualifies, and cools down" {
  lead { industry: SaaS }
  event download(whitepaper) 1d ago
  expect qualified
  expect in 60d not qualified
}
`

/** From a menu comes a URI, from a lens what the server says, from the palette nothing: then it is what is being edited. */
type Target = Uri | DocumentParams | undefined

function modelOf(target: Target): Uri | undefined {
  if (target instanceof Uri) return target
  if (target?.uri) return Uri.parse(target.uri)
  const document = window.activeTextEditor?.document
  return document?.languageId === LANGUAGE ? document.uri : undefined
}

function handlers({ server, tests, previews, pages }: Parts) {
  const withModel = (work: (model: Uri) => unknown) => (target: Target) => {
    const model = modelOf(target)
    return model ? work(model) : window.showInformationMessage('Open a model first: a file whose name ends in .merit.')
  }
  return {
    'merit.openPreview': withModel(model => previews.open(model)),
    'merit.runTestsInFile': withModel(model => tests.runFile(model)),
    'merit.format': () => commands.executeCommand('editor.action.formatDocument'),
    'merit.chooseSamples': () => chooseSamples(),
    'merit.explainSample': withModel(model => explainSample(server, pages, model)),
    'merit.newModel': newModel,
    'merit.restartServer': () => server.restart(),
    'merit.showLog': () => server.showLog(),
  }
}

export function registerCommands(parts: Parts): Disposable {
  return Disposable.from(
    ...Object.entries(handlers(parts)).map(([name, run]) => commands.registerCommand(name, run)),
    commands.registerCommand(EXPLAIN_FINDING, (name: string) => parts.pages.showFinding(name)),
  )
}

async function newModel(): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE, content: firstModel }))
}
