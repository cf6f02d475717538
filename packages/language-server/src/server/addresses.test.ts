import { expect, it } from 'vitest'
import { Addresses, pathOf, uriOf } from './addresses.ts'

it.each([
  ['file:///a/b.merit', '/a/b.merit'],
  ['file:///%C3%A9%20a.merit', '/é a.merit'],
  ['file:///c%3A/x/m.merit', '/c:/x/m.merit'],
  ['file:///C:/x/m.merit', '/c:/x/m.merit'],
  ['file://host/share/m.merit', '/file:host/share/m.merit'],
  ['untitled:Untitled-1', '/untitled:/Untitled-1'],
  ['vscode-vfs://github/acme/m.merit', '/vscode-vfs:github/acme/m.merit'],
  ['git:/a/m.merit?{"ref":"a/b"}', '/git:?%7B%22ref%22%3A%22a%2Fb%22%7D/a/m.merit'],
])('%s is %s', (uri, path) => {
  expect(pathOf(uri)).toBe(path)
})

it.each([
  '/a/b.merit',
  '/é a#?%.merit',
  '/c:/x/m.merit',
  '/vscode-vfs:github/acme/m.merit',
  '/file:host/share/m.merit',
  '/git:?%7B%22ref%22%3A%22a%2Fb%22%7D/a/m.merit',
])('%s comes back from its address', path => {
  expect(pathOf(uriOf(path))).toBe(path)
})

it('a path goes by the address that the client wrote', () => {
  const addresses = new Addresses()
  expect(addresses.uriOf(addresses.pathOf('file:///C%3A/m.merit'))).toBe('file:///C%3A/m.merit')
})
