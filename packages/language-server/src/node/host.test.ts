import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { nodeHost } from './host.ts'
import { pagesIn } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'merit-host-'))
afterAll(() => rmSync(folder, { recursive: true }))

for (const below of ['a', 'a/é b', 'node_modules', 'node_modules/c']) mkdirSync(join(folder, below))
for (const [path, text] of [
  ['m.merit', '\ufeffwhen'],
  ['leads.csv', 'id'],
  ['a/é b/deep.merit', 'x'.repeat(100)],
  ['node_modules/c/theirs.merit', ''],
] as const)
  writeFileSync(join(folder, path), text)
symlinkSync(folder, join(folder, 'a', 'circle'))

const host = nodeHost()
const uriOf = (path: string) => pathToFileURL(join(folder, path)).href

it('finds models in folders, except where those of others are', async () => {
  expect([...(await host.find([uriOf('')]))].sort()).toEqual([uriOf('a/é b/deep.merit'), uriOf('m.merit')].sort())
})

it('lists the files right in a folder', async () => {
  expect([...(await host.list(uriOf('')))].sort()).toEqual([uriOf('leads.csv'), uriOf('m.merit')])
})

it.each([
  ['m.merit', 100, { text: 'when', cut: false }],
  ['a/é b/deep.merit', 10, { text: 'xxxxxxxxxx', cut: true }],
  ['none.merit', 10, undefined],
  ['a', 10, undefined],
])('reads %s', async (path, limit, expected) => {
  expect(await host.read(uriOf(path), limit)).toEqual(expected)
})

it('other addresses lead nowhere', async () => {
  const uri = 'vscode-vfs://github/acme'
  expect([await host.find([uri]), await host.list(uri), await host.read(uri, 1)]).toEqual([[], [], undefined])
})

it('pages are those that are there', () => {
  writeFileSync(join(folder, 'never-used.md'), '')
  expect(pagesIn(folder)('never-used')).toBe(uriOf('never-used.md'))
  expect(pagesIn(folder)('other')).toBeUndefined()
  expect(pagesIn(join(folder, 'nowhere'))('never-used')).toBeUndefined()
})
