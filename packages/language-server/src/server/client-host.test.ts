import { afterEach, expect, it, vi } from 'vitest'
import type { Connection } from 'vscode-languageserver'
import { clientHost, hasFiles } from './client-host.ts'

afterEach(() => void vi.useRealTimers())

const asking = (sendRequest: (method: string) => Promise<unknown>) =>
  clientHost({ sendRequest } as unknown as Connection).read('vscode-vfs://w/a.merit', 10)

it.each([
  ['what it reads', async () => ({ text: 'when', cut: false }), { text: 'when', cut: false }],
  ['nothing', async () => null, undefined],
  ['an error', () => Promise.reject(new Error('no')), undefined],
])('a client answers with %s', async (_, sendRequest, expected) => {
  expect(await asking(sendRequest)).toEqual(expected)
})

it('a client that does not answer has no such file', async () => {
  vi.useFakeTimers()
  const answer = asking(() => new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await answer).toBeUndefined()
})

it.each([
  [{}, false],
  [{ experimental: 'all' }, false],
  [{ experimental: { merit: { files: true } } }, true],
])('%j', (capabilities, expected) => {
  expect(hasFiles(capabilities)).toBe(expected)
})
