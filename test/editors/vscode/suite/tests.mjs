/** What VS Code gets from the extension, asked inside its extension host: the same in Node and in a web worker. */
import * as vscode from 'vscode'
import { equal, has, until } from './asserting.mjs'

const { commands, languages, workspace } = vscode

const uriOf = path => vscode.Uri.joinPath(workspace.workspaceFolders[0].uri, path)

async function open(path) {
  const document = await workspace.openTextDocument(uriOf(path))
  return (await vscode.window.showTextDocument(document)).document
}

/** The first place of a text. */
function at(document, text) {
  const offset = document.getText().indexOf(text)
  if (offset < 0) throw new Error(`${document.uri.path} has no ${text}.`)
  return document.positionAt(offset)
}

const rangeOf = (document, text) => {
  const start = at(document, text)
  return new vscode.Range(start, start.translate(0, text.length))
}

const written = (uri, text) => {
  const edit = new vscode.WorkspaceEdit()
  edit.replace(uri, new vscode.Range(0, 0, 1e6, 0), text)
  return workspace.applyEdit(edit)
}

const messages = document => languages.getDiagnostics(document.uri).map(({ message }) => message)
const provide = (feature, ...args) => commands.executeCommand(`vscode.execute${feature}`, ...args)

describe('Findings', () => {
  it('name what is wrong, with the name of the diagnostic and its page', async () => {
    const document = await open('drafts/broken.merit')
    await until('a finding', () => messages(document).some(one => one.includes('Fintec')))
    const [finding] = languages.getDiagnostics(document.uri)
    equal(document.getText(finding.range), 'Fintec')
    equal(finding.source, 'merit')
    has(JSON.stringify(finding.code), 'unknown-value')
  })

  it('follow what is typed, before it is saved', async () => {
    const document = await open('drafts/broken.merit')
    const before = document.getText()
    await written(document.uri, before.replace('Fintec ', 'Fintech '))
    await until('no finding', () => messages(document).length === 0)
    await written(document.uri, before)
    await until('a finding again', () => messages(document).length > 0)
  })

  it('are there for a text that was never saved', async () => {
    const document = await workspace.openTextDocument({ language: 'merit', content: 'when a = add 5\n' })
    await vscode.window.showTextDocument(document)
    await until('a finding', () => messages(document).length > 0)
  })

  it('look through imports', async () => {
    const document = await open('models/model.merit')
    const before = document.getText()
    await written(document.uri, before.replace('[DE, AT, CH]', '[DE, AT, XX]'))
    await until('a finding about XX', () => messages(document).some(one => one.includes('XX')))
    await written(document.uri, before)
    await until('no error', () => languages.getDiagnostics(document.uri).every(({ severity }) => severity > 0))
  })
})

describe('Questions', () => {
  let document
  before(async () => {
    document = await open('models/model.merit')
  })

  it('hover says type, range and where a name comes from', async () => {
    const hovers = await until('a hover', async () => {
      const found = await provide('HoverProvider', document.uri, at(document, 'country in'))
      return found.length > 0 && found
    })
    has(hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n'), 'Country Code')
  })

  it('hover shows what is left after a decay', async () => {
    const [hover] = await provide('HoverProvider', document.uri, at(document, 'decay 30d'))
    has(hover.contents.map(({ value }) => value).join('\n'), '30')
  })

  it('completion offers the values of an attribute', async () => {
    const place = at(document, 'DE, AT')
    const { items } = await provide('CompletionItemProvider', document.uri, place)
    has(items.map(({ label }) => label.label ?? label).join(), 'US')
  })

  it('completion knows what stands in a text that is broken', async () => {
    const broken = await workspace.openTextDocument({
      language: 'merit',
      content: 'lead { industry: one of [SaaS, Fintech] }\nwhen industry = \nscore fit {\n',
    })
    await vscode.window.showTextDocument(broken)
    const { items } = await provide('CompletionItemProvider', broken.uri, new vscode.Position(1, 16))
    has(items.map(({ label }) => label.label ?? label).join(), 'Fintech')
  })

  it('signature help names the properties of an event', async () => {
    const place = at(document, 'path like').translate(0, 1)
    const help = await provide('SignatureHelpProvider', document.uri, place)
    has(help.signatures.map(({ label }) => label).join(), 'seconds')
  })

  it('definition leads into the imported file', async () => {
    const [found] = await provide('DefinitionProvider', document.uri, at(document, 'country in'))
    has((found.targetUri ?? found.uri).path, 'schema.merit')
  })

  it('references are found in both files', async () => {
    const found = await provide('ReferenceProvider', document.uri, at(document, 'country in'))
    equal([...new Set(found.map(({ uri }) => uri.path.split('/').at(-1)))].sort().join(), 'model.merit,schema.merit')
  })

  it('rename changes both files, and refuses a name that is taken', async () => {
    const rename = name => provide('DocumentRenameProvider', document.uri, at(document, 'country in'), name)
    const files = (await rename('nation')).entries().map(([uri]) => uri.path.split('/').at(-1))
    equal(files.sort().join(), 'model.merit,schema.merit')
    const refused = await rename('industry').then(
      edit => edit.size === 0,
      () => true,
    )
    equal(refused, true)
  })

  it('highlights mark a name within its file', async () => {
    const found = await provide('DocumentHighlights', document.uri, at(document, 'enterprise when'))
    equal(found.length >= 2, true)
  })

  it('the outline lists scores, with what is in them', async () => {
    const outline = await provide('DocumentSymbolProvider', document.uri)
    const score = outline.find(({ name }) => name.includes('engagement'))
    equal(score.children.length > 0, true)
  })

  it('symbols of the workspace are found by a part of their names', async () => {
    const found = await provide('WorkspaceSymbolProvider', 'engage')
    has(found.map(({ name }) => name).join(), 'engagement')
  })

  it('the hierarchy shows what reads a score', async () => {
    const place = at(document, 'engagement floor')
    const [item] = await commands.executeCommand('vscode.prepareCallHierarchy', document.uri, place)
    const calls = await commands.executeCommand('vscode.provideIncomingCalls', item)
    has(calls.map(({ from: { name } }) => name).join(), 'total')
  })

  it('folding closes a score', async () => {
    const ranges = await provide('FoldingRangeProvider', document.uri)
    const { line } = at(document, 'score fit')
    equal(
      ranges.some(({ start }) => start === line),
      true,
    )
  })

  it('selection grows from a value to its list and its rule', async () => {
    const [range] = await provide('SelectionRangeProvider', document.uri, [at(document, 'DE, AT')])
    const texts = []
    for (let one = range; one; one = one.parent) texts.push(document.getText(one.range))
    has(texts.join('\n---\n'), '\n---\n[DE, AT, CH]\n---\n')
  })

  it('links lead to imported files', async () => {
    const links = await provide('LinkProvider', document.uri, 10)
    has(links.map(({ target }) => target?.path).join(), 'schema.merit')
  })

  it('semantic tokens tell values from names', async () => {
    const legend = await commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', document.uri)
    const tokens = await commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri)
    const kinds = new Set([...tokens.data].filter((_, i) => i % 5 === 3).map(kind => legend.tokenTypes[kind]))
    has([...kinds].join(), 'enumMember')
  })

  it('lenses stand over tests and scores', async () => {
    const lenses = await until('lenses', async () => {
      const found = await provide('CodeLensProvider', document.uri, 100)
      return found.length > 0 && found
    })
    has(
      lenses
        .map(({ command }) => command?.title)
        .join('\n')
        .toLowerCase(),
      'test',
    )
    has(lenses.map(({ command }) => command?.title).join('\n'), 'MQL')
  })

  it('inlay hints appear when they are asked for', async () => {
    const settings = workspace.getConfiguration('merit', document.uri)
    const all = new vscode.Range(0, 0, document.lineCount, 0)
    equal((await provide('InlayHintProvider', document.uri, all)).length, 0)
    await settings.update('inlayHints', true, vscode.ConfigurationTarget.Global)
    await until('hints', async () => (await provide('InlayHintProvider', document.uri, all)).length > 0)
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global)
  })
})

describe('Changes', () => {
  const titles = actions => actions.map(({ title }) => title).join('\n')

  it('a quick fix mends a misspelt value', async () => {
    const document = await open('drafts/broken.merit')
    const range = rangeOf(document, 'Fintec ')
    await until('a finding', () => messages(document).length > 0)
    const actions = await provide('CodeActionProvider', document.uri, range, 'quickfix')
    const fix = actions.find(({ title }) => title.includes('Fintech'))
    await workspace.applyEdit(fix.edit)
    has(document.getText(), 'when industry = Fintech add')
    await until('no finding', () => messages(document).length === 0)
  })

  it('all that is safe to fix is fixed at once', async () => {
    const document = await open('drafts/broken.merit')
    const before = document.getText()
    await written(document.uri, 'when industry == SaaS add 5\nwhen title == "VP" add 5\n')
    await until('two findings', () => messages(document).length > 1)
    const range = new vscode.Range(0, 0, document.lineCount, 0)
    const actions = await provide('CodeActionProvider', document.uri, range, 'source.fixAll', 10)
    await workspace.applyEdit(actions.find(({ edit }) => edit).edit)
    equal(document.getText(), 'when industry = SaaS add 5\nwhen title = "VP" add 5\n')
    await written(document.uri, before)
  })

  it('a condition becomes a segment', async () => {
    const document = await open('drafts/broken.merit')
    const range = rangeOf(document, 'employees >= 50')
    const actions = await provide('CodeActionProvider', document.uri, range, 'refactor', 10)
    has(titles(actions).toLowerCase(), 'segment')
  })

  it('formatting writes a model in the one way', async () => {
    const document = await open('drafts/untidy.merit')
    const edits = await provide('FormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true })
    const edit = new vscode.WorkspaceEdit()
    edit.set(document.uri, edits)
    await workspace.applyEdit(edit)
    has(document.getText(), 'when industry = SaaS add 5')
    equal((await provide('FormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true }))?.length ?? 0, 0)
  })
})

describe('Files', () => {
  it('imports follow a file that is renamed', async () => {
    const document = await open('models/model.merit')
    const move = async (from, to) => {
      const edit = new vscode.WorkspaceEdit()
      edit.renameFile(uriOf(`models/${from}`), uriOf(`models/${to}`))
      await workspace.applyEdit(edit)
    }
    await move('schema.merit', 'data.merit')
    await until('another import', () => document.getText().includes('import "./data.merit"'))
    await until('no error', () => languages.getDiagnostics(document.uri).every(({ severity }) => severity > 0))
    await move('data.merit', 'schema.merit')
    await until('the import as it was', () => document.getText().includes('import "./schema.merit"'))
  })
})

describe('The extension', () => {
  it('has the commands that it announces', async () => {
    const known = await commands.getCommands(true)
    const { packageJSON } = vscode.extensions.all.find(({ packageJSON: { contributes } }) =>
      contributes?.languages?.some(({ id }) => id === 'merit'),
    )
    const missing = packageJSON.contributes.commands.map(({ command }) => command).filter(one => !known.includes(one))
    equal(missing.join(), '')
  })

  it('starts its server again when asked', async () => {
    const document = await open('drafts/broken.merit')
    await written(document.uri, 'when industry = add 5\n')
    await until('a finding', () => messages(document).length > 0)
    await commands.executeCommand('merit.restartServer')
    await until('a finding of the new server', () => messages(document).length > 0)
    await written(document.uri, 'when industry = SaaS add 5\n')
    await until('no error', () => languages.getDiagnostics(document.uri).every(({ severity }) => severity > 0))
  })
})
