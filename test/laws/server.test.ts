/** After any edits the language server answers as one that never saw an earlier text. */
import fc, { type Arbitrary } from 'fast-check'
import { expect, it, vi } from 'vitest'
import { type Client, connect, hostOf } from '../../packages/language-server/src/node/testing.ts'
import { editBetween } from '../../packages/language-server/src/service/edit.ts'
import { linePositionOf } from '../../packages/language-server/src/service/positions.ts'
import { brokenText, edited, model, render } from '../generators/index.ts'
import { runs } from './settings.ts'

/** What is proved comes later, as far as there was time: answers are compared without. */
vi.mock('../../packages/language-server/src/server/prover.ts', () => ({
  Prover: class {
    changed() {}
    stop() {}
  },
}))

const entry = 'file:///w/model.merit'
const imported = 'file:///w/shared.merit'

/** Which file, and its texts from edit to edit. */
interface History {
  readonly uri: string
  readonly texts: readonly string[]
}

const importing = model.map(parts => `import "./shared.merit"\n${render(parts)}`)

const histories: Arbitrary<readonly History[]> = fc
  .tuple(edited(importing), edited(fc.oneof(model.map(render), brokenText)), fc.boolean())
  .map(([first, second, swapped]) => {
    const both = [
      { uri: entry, texts: first },
      { uri: imported, texts: second },
    ]
    return swapped ? both.reverse() : both
  })

const asking = { textDocument: { diagnostic: {} } }

async function opened(texts: ReadonlyMap<string, string>): Promise<Client> {
  const client = await connect(hostOf(new Map()), asking)
  for (const [uri, text] of texts) await client.open(uri, text)
  return client
}

/** As whole lines, since no position lies between `\r` and `\n`. */
function changeBetween(before: string, after: string) {
  const edit = editBetween(before, after)
  const start = before.slice(0, edit.start).lastIndexOf('\n') + 1
  const next = before.indexOf('\n', edit.end)
  const end = next < 0 ? before.length : next + 1
  const source = { path: '', text: before }
  return {
    range: { start: linePositionOf(source, start), end: linePositionOf(source, end) },
    text: after.slice(start, end + edit.shift),
  }
}

/** Two edits at a time, and a question after each two, so that whatever is kept is there to be wrong. */
async function edit(client: Client, { uri, texts }: History): Promise<void> {
  for (let i = 1; i < texts.length; i += 2) {
    const steps = texts.slice(i - 1, i + 2)
    const contentChanges = steps.slice(1).map((after, at) => changeBetween(steps[at] as string, after))
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 1 },
      contentChanges,
    })
    await answersOf(client, entry)
  }
}

const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }
const middle = { position: { line: 2, character: 8 } }

/** Whatever a client may ask of a document; errors by their code. */
const questions: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/diagnostic', {}],
  ['textDocument/documentLink', {}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/codeLens', {}],
  ['textDocument/inlayHint', { range: whole }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
  ['textDocument/codeAction', { range: whole, context: { diagnostics: [] } }],
  ['textDocument/hover', middle],
  ['textDocument/completion', middle],
  ['textDocument/definition', middle],
  ['textDocument/references', { ...middle, context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', middle],
  ['textDocument/prepareRename', middle],
  ['textDocument/prepareCallHierarchy', middle],
  ['textDocument/selectionRange', { positions: [middle.position] }],
]

function answersOf({ connection }: Client, uri: string): Promise<unknown[]> {
  const ask = ([method, params]: (typeof questions)[number]) =>
    connection.sendRequest(method, { textDocument: { uri }, ...params }).catch(({ code }) => ({ code }))
  return Promise.all(questions.map(ask))
}

/** Answers that name the server's own state differ without meaning anything. */
const plain = (answers: unknown) =>
  JSON.parse(JSON.stringify(answers, (key, value) => (key === 'resultId' || key === 'version' ? undefined : value)))

it('answers do not depend on how a text came about', async () => {
  let edits = 0
  const property = fc.asyncProperty(histories, async both => {
    edits += both.reduce((sum, { texts }) => sum + texts.length - 1, 0)
    const old = await opened(new Map(both.map(({ uri, texts }) => [uri, texts[0] as string])))
    for (const history of both) await edit(old, history)
    const fresh = await opened(new Map(both.map(({ uri, texts }) => [uri, texts.at(-1) as string])))
    for (const { uri } of both) expect(plain(await answersOf(old, uri))).toEqual(plain(await answersOf(fresh, uri)))
  })
  await fc.assert(property, runs(80))
  expect(edits).toBeGreaterThanOrEqual(1000)
}, 180_000)
