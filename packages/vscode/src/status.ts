/** Beside the language of a document: its model, what that imports, and the sample leads in use. */
import type { Samples, Status } from '@merit-lang/language-server'
import { Disposable, LanguageStatusSeverity, languages, type TextEditor, Uri, window, workspace } from 'vscode'
import { Debounced } from './debounced.ts'
import { LANGUAGE } from './options.ts'
import type { Server } from './server.ts'
import { counted } from './words.ts'

/** How long nothing is typed before the state of a model is asked for, in milliseconds. */
const QUIET = 400

export function showStatus(server: Server): Disposable {
  const items = { model: item('model'), schema: item('schema'), samples: item('samples') }
  items.samples.command = { command: 'merit.chooseSamples', title: 'Choose' }

  const update = async (editor: TextEditor | undefined) => {
    if (editor?.document.languageId !== LANGUAGE) return
    const status = await server.request('merit/status', { uri: String(editor.document.uri) }).catch(() => undefined)
    Object.assign(items.model, modelText(status, server.running))
    Object.assign(items.schema, schemaText(status))
    Object.assign(items.samples, samplesText(status?.samples))
  }
  const soon = new Debounced<TextEditor | undefined>(QUIET, update)
  const now = () => soon.ask(window.activeTextEditor)
  now()
  return Disposable.from(
    ...Object.values(items),
    soon,
    server.changed(now),
    window.onDidChangeActiveTextEditor(now),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) now()
    }),
    workspace.onDidChangeConfiguration(now),
  )
}

const item = (id: string) => languages.createLanguageStatusItem(`merit.${id}`, { language: LANGUAGE })

const opening = (uri: string) => ({ command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri)] })

function modelText(status: Status | null | undefined, running: boolean) {
  if (!status) {
    const text = running ? 'This file belongs to no model' : 'The server does not run'
    const command = { command: 'merit.showLog', title: 'Show Log' }
    return { text, detail: '', severity: LanguageStatusSeverity.Warning, command }
  }
  const { model, errors, warnings, tests } = status
  const found = [counted(errors, 'error'), counted(warnings, 'warning'), counted(tests, 'test')].join(', ')
  const severity = errors > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information
  return { text: `Model: ${model.title}`, detail: found, severity, command: opening(model.uri) }
}

function schemaText(status: Status | null | undefined) {
  const [first] = status?.imports ?? []
  const names = status?.imports.map(({ name }) => name).join(', ')
  return {
    text: names ? `Imports: ${names}` : 'No imports',
    detail: names ? '' : 'Attributes are declared here, or inferred',
    command: first && opening(first.uri),
  }
}

function samplesText(samples: Samples | null | undefined) {
  if (!samples) return { text: 'No sample leads', detail: '', severity: LanguageStatusSeverity.Information }
  const { name, count, cut, problem, line } = samples
  const place = line === undefined ? '' : `line ${line}: `
  return {
    text: `Samples: ${name}`,
    detail: problem ? place + problem : `${cut ? 'the first ' : ''}${counted(count, 'lead')}`,
    severity: problem ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information,
  }
}
