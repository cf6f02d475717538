import { expect, it } from 'vitest'
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver'
import { failureOf, logging } from './failures.ts'

function listening() {
  const logged: string[] = []
  const connection = { console: { error: (text: string) => logged.push(text) } } as unknown as Connection
  return { connection, logged }
}

it.each([
  [new Error('no such thing'), 'no such thing'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('a request that fails with %s is answered, and it is logged', (thrown, reason) => {
  const { connection, logged } = listening()
  const failure = failureOf(connection, 'textDocument/hover', thrown)
  expect(failure.code).toBe(ErrorCodes.InternalError)
  expect(failure.message).toContain(reason)
  expect(logged).toEqual([expect.stringContaining('textDocument/hover failed')])
})

it('an error that is meant for the client goes to it as it is', () => {
  const { connection, logged } = listening()
  const meant = new ResponseError(ErrorCodes.InvalidParams, 'There is no such place.')
  expect(failureOf(connection, 'textDocument/rename', meant)).toBe(meant)
  expect(logged).toEqual([])
})

it('work that fails goes no further', () => {
  const { connection, logged } = listening()
  logging(connection, 'Publishing', () => {
    throw new Error('no such thing')
  })
  expect(logged).toEqual([expect.stringMatching(/Publishing failed.*no such thing/s)])
})
