import { describe, expect, it } from 'vitest'
import { Models } from './models.ts'

const settings = { inlayHints: false, lenses: true, samples: undefined }

function modelsOf(texts: Readonly<Record<string, string>>): Models {
  const models = new Models()
  for (const [path, text] of Object.entries(texts)) models.set(path, text)
  return models
}

const entries = (models: Models, path: string) =>
  models
    .workspace(settings)
    .projectsOf(path)
    .map(project => project.path)
const findings = (models: Models) =>
  models.workspace(settings).projects.flatMap(({ checked }) => checked.diagnostics.map(({ name }) => name))

describe('models', () => {
  const shared = {
    '/a/one.merit': 'import "../schema.merit"\nwhen size > 5 add 1',
    '/a/two.merit': 'import "../schema.merit"\nwhen size > 9 add 1',
    '/schema.merit': 'lead { size: integer }',
    '/lone.merit': 'when x = 1 add 1',
  }

  it('are the files that no other imports', () => {
    expect(
      modelsOf(shared)
        .workspace(settings)
        .projects.map(({ path }) => path),
    ).toEqual(['/a/one.merit', '/a/two.merit', '/lone.merit'])
  })

  it.each([
    ['/schema.merit', ['/a/one.merit', '/a/two.merit']],
    ['/a/one.merit', ['/a/one.merit']],
    ['/none.merit', []],
  ])('%s belongs to %s', (path, expected) => {
    expect(entries(modelsOf(shared), path)).toEqual(expected)
  })

  it('are checked again only where a text that they read has changed', () => {
    const models = modelsOf(shared)
    const before = models.workspace(settings).projects
    expect(before.flatMap(({ checked }) => checked.diagnostics)).toEqual([])
    models.set('/schema.merit', 'lead { size: integer 0.. }')
    const after = models.workspace(settings).projects
    expect(after.map((project, i) => project === before[i])).toEqual([false, false, true])
  })

  it('stay as they are where a text is set to what it is', () => {
    const models = modelsOf(shared)
    const before = models.workspace(settings).projects
    models.set('/schema.merit', shared['/schema.merit'])
    expect(models.workspace(settings).projects.every((project, i) => project === before[i])).toBe(true)
  })

  it('find an import that appears, and miss one that goes', () => {
    const models = modelsOf({ '/m.merit': 'import "./s.merit"\nwhen size > 5 add 1' })
    expect(findings(models)).toEqual(['import-not-found'])
    models.set('/s.merit', 'lead { size: integer }')
    expect([findings(models), entries(models, '/s.merit')]).toEqual([[], ['/m.merit']])
    models.remove('/s.merit')
    expect(findings(models)).toEqual(['import-not-found'])
  })

  it('know what they import and do not have', () => {
    const models = modelsOf({ '/m.merit': 'import "./s.merit"\nimport "./t.merit"', '/t.merit': '' })
    expect(models.missing).toEqual(['/s.merit'])
    expect(['/m.merit', '/s.merit', '/t.merit'].map(path => models.isImported(path))).toEqual([false, false, true])
  })

  it('that import each other are each a model, and say so', () => {
    const models = modelsOf({ '/a.merit': 'import "./b.merit"', '/b.merit': 'import "./a.merit"' })
    expect(models.workspace(settings).projects.map(({ path }) => path)).toEqual(['/a.merit', '/b.merit'])
    expect(findings(models)).toContain('import-cycle')
  })

  it('a file and those that it is checked with are companions', () => {
    expect([...modelsOf(shared).companions('/schema.merit')].sort()).toEqual([
      '/a/one.merit',
      '/a/two.merit',
      '/schema.merit',
    ])
  })
})
