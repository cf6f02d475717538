/** Every example has no finding, is formatted, passes its tests, and shows what the tools really print. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, format, lower, runTest } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { shell } from '../docs/shell.ts'
import { exampleFolders, modelsOf, readFrom, recordExample } from '../examples/record.ts'
import { findings } from './pipeline.ts'

const root = join(import.meta.dirname, '..')

describe.each(exampleFolders(root))('%s', folder => {
  const read = readFrom(root, folder)
  const sourceOf = (name: string) => ({ path: name, text: readFileSync(join(root, folder, name), 'utf8') })

  describe.each(modelsOf(root, folder))('%s', name => {
    const checked = check(sourceOf(name), { read })

    it('has no finding, not even a hint', () => {
      expect(findings(checked)).toBe('')
    })

    it('is formatted', () => {
      expect(format(sourceOf(name))).toEqual({ text: sourceOf(name).text })
    })

    it('passes its tests', () => {
      const lowered = checked.model && lower(checked.model)
      const failed = lowered?.tests.filter(test => !runTest(lowered, test).passed)
      expect(failed?.map(test => test.name)).toEqual([])
    })
  })

  it('has tests in its model', () => {
    expect(sourceOf('model.merit').text).toMatch(/^test "/m)
  })

  it('shows and records what the tools print', () => {
    for (const { path, text } of recordExample(root, folder, shell)) {
      expect(existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8'), path).toBe(text)
    }
  }, 60_000)
})

it('has at least eight examples', () => {
  expect(exampleFolders(root).length).toBeGreaterThanOrEqual(8)
})
