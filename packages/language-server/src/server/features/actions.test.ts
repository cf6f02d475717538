import { expect, it } from 'vitest'
import type { CodeAction } from 'vscode-languageserver'
import { connect } from '../../node/testing.ts'
import { blind } from '../host.ts'

const uri = 'file:///m.merit'
const text = 'when industry = SaaS add 5\nwhen industry = Retail add 3\nWhen customer add 1'
const at = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 2 } })
const resolving = { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } }

async function ask(capabilities: object, line: number, only?: string[]) {
  const client = await connect(blind, capabilities)
  await client.open(uri, text)
  const params = { textDocument: { uri }, range: at(line), context: { diagnostics: [], ...(only && { only }) } }
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params)
  return { client, actions }
}

it('fixes come with their edits', async () => {
  const { actions } = await ask({}, 2)
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } }
  const edit = { changes: { [uri]: [{ range, newText: 'when' }] } }
  expect(actions.find(one => one.kind === 'quickfix')).toEqual({
    title: 'Write `when`',
    kind: 'quickfix',
    edit,
    diagnostics: [],
    isPreferred: true,
  })
})

it('refactorings are worked out when they are chosen, where the client can ask', async () => {
  const { client, actions } = await ask(resolving, 0, ['refactor'])
  const action = actions.find(one => one.title.includes('table')) as CodeAction
  expect([action.kind, action.edit]).toEqual(['refactor.rewrite', undefined])
  const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action)
  expect(resolved.edit?.changes?.[uri]?.[0]?.newText).toBe('points by industry {\n  SaaS: 5\n  Retail: 3\n  else: 0\n}')
  const eager = (await ask({}, 0, ['refactor'])).actions.find(one => one.title === action.title)
  expect(eager?.edit).toEqual(resolved.edit)
})

it('all of a file is fixed for who asks for it', async () => {
  const titles = async (only?: string[]) => (await ask({}, 0, only)).actions.map(one => one.kind)
  expect(await titles(['source.fixAll'])).toEqual(['source.fixAll.merit'])
  expect(await titles()).not.toContain('source.fixAll.merit')
})
