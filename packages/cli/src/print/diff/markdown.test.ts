import { expect, it } from 'vitest'
import type { DiffAccount, ModelDiff } from './account.ts'
import { diffAsMarkdown } from './markdown.ts'

const added = (name: string): ModelDiff => ({
  kind: 'added',
  name,
  after: { label: `models/${name}`, path: `models/${name}` },
  exceeded: [],
})
const account = (count: number): DiffAccount => ({
  base: 'main',
  head: 'models',
  models: Array.from({ length: count }, (_, i) => added(`${i}.merit`)),
})

it('a page of more models than a comment holds ends after one of them, with what holds for all', () => {
  const page = diffAsMarkdown(account(2000))
  expect(page.length).toBeLessThan(65_536)
  const [shown = '', summary] = page.split('\n\n… cut off here.\n\n')
  expect(shown).toMatch(/compare it with\.$/)
  expect(summary).toBe('_2,000 models new._')
})

it('a page that fits has all models', () => {
  expect(diffAsMarkdown(account(100)).match(/^## /gm)).toHaveLength(100)
})
