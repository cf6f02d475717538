import { expect, it } from 'vitest'
import { hostOf } from '../node/testing.ts'
import { divided } from './host.ts'

const here = hostOf(new Map([['file:///w/a.merit', 'here']]))
const there = hostOf(new Map([['vscode-vfs://w/a.merit', 'there']]))
const both = divided('file', here, there)

it.each([
  ['file:///w/a.merit', 'here'],
  ['vscode-vfs://w/a.merit', 'there'],
  ['vscode-vfs://w/b.merit', undefined],
])('%s is read where it is', async (uri, text) => {
  expect((await both.read(uri, 100))?.text).toBe(text)
})

it('what lies below folders is found in both', async () => {
  expect(await both.find(['file:///w', 'vscode-vfs://w'])).toEqual(['file:///w/a.merit', 'vscode-vfs://w/a.merit'])
  expect(await both.list('vscode-vfs://w')).toEqual(['vscode-vfs://w/a.merit'])
})
