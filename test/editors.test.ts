/** The table of features in `docs/editors` names tests that there are. They run in `npm run test:editors`. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const files = {
  suite: readFileSync('test/editors/vscode/suite/tests.mjs', 'utf8'),
  desk: readFileSync('test/editors/vscode/desk.mjs', 'utf8'),
}

/** The last cells of the table's rows: `suite: rename changes both files`. */
const named = [...readFileSync('docs/editors/README.md', 'utf8').matchAll(/\| (suite|desk): ([^|]+) \|$/gm)].map(
  ([, file, name]) => [file as keyof typeof files, name as string] as const,
)

describe('a feature of the table', () => {
  it('is there', () => expect(named.length).toBeGreaterThan(20))

  it.each(named)('%s: %s', (file, name) => {
    expect(files[file]).toContain(`${name.replace(/^Findings /, '')}'`)
  })
})
