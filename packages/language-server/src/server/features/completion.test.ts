import { describe, expect, it } from 'vitest'
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver'
import { connect } from '../../node/testing.ts'

const uri = 'file:///m.merit'
const text = 'lead { industry: one of [SaaS, Fintech] }\nwhen indus = SaaS add 1\non visit add 1 decay '
const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
})

async function offered(line: number, character: number, item: object = {}) {
  const client = await connect(undefined, { textDocument: { completion: { completionItem: item } } })
  await client.open(uri, text)
  const items = await client.connection.sendRequest<Record<string, unknown>[]>(
    'textDocument/completion',
    at(line, character),
  )
  return { ...client, items, named: (label: string) => items.find(one => one.label === label) }
}

describe('what is offered', () => {
  it('replaces the whole word, or the word up to the cursor where the client can choose', async () => {
    const plain = await offered(1, 7)
    expect(plain.named('industry')).toMatchObject({
      kind: CompletionItemKind.Field,
      textEdit: { range: range(1, 5, 10), newText: 'industry' },
    })
    const choosing = await offered(1, 7, { insertReplaceSupport: true })
    expect(choosing.named('industry')).toMatchObject({
      textEdit: { insert: range(1, 5, 7), replace: range(1, 5, 10), newText: 'industry' },
    })
  })

  it('has places to fill in only for clients that know them', async () => {
    const form = 'linear over 30d'
    const plain = await offered(2, 21)
    expect(plain.named(form)).toMatchObject({
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { newText: form },
    })
    const filling = await offered(2, 21, { snippetSupport: true })
    expect(filling.named(form)).toMatchObject({
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { newText: ['linear over $', '{1:30d}'].join('') },
    })
  })

  it('is documented when it is looked at', async () => {
    const { connection, named } = await offered(1, 7, { documentationFormat: ['markdown'] })
    expect(named('industry')).not.toHaveProperty('documentation')
    const resolved = await connection.sendRequest('completionItem/resolve', named('industry'))
    expect(resolved).toMatchObject({
      documentation: { kind: 'markdown', value: expect.stringContaining('industry: one of [SaaS, Fintech]') },
    })
  })
})
