import { describe, expect, it } from 'vitest'
import { workspaceOf } from '../testing.ts'
import type { Project } from '../workspace.ts'
import { atOnce } from './breathe.ts'
import { runTests, testsIn } from './tests.ts'

const model = 'lead { a: boolean }\nscore s { when a add 5 }\n'
const three = `${model}test "t" { expect s = 0 }\ntest "five" { lead { a: true } expect s = 4 }\ntest "u" { expect s = 0 }`

describe('tests', () => {
  it('have ids that tell those of one name apart', () => {
    expect(
      testsIn(workspaceOf({ '/m.merit': three.replace('five', 't') }), '/m.merit').map(({ id, name }) => [id, name]),
    ).toEqual([
      ['t', 't'],
      ['t #2', 't'],
      ['u', 'u'],
    ])
  })

  it('are found in a file with mistakes', () => {
    const text = 'when a add\ntest "t" { expect }\ntest "u" { expect total = 0 }'
    expect(testsIn(workspaceOf({ '/m.merit': text }), '/m.merit').map(({ id }) => id)).toEqual(['t', 'u'])
  })

  const run = (files: Readonly<Record<string, string>>, path: string, ids?: readonly string[]) => {
    const workspace = workspaceOf(files)
    return runTests(workspace.projectsOf(path)[0] as Project, path, ids, atOnce)
  }

  it('end, and say how the points came about where they fail', async () => {
    const { problem, ends } = await run({ '/m.merit': three }, '/m.merit')
    expect(problem).toBeUndefined()
    expect(ends.map(({ id, passed }) => [id, passed])).toEqual([
      ['t', true],
      ['five', false],
      ['u', true],
    ])
    const [failure] = ends[1]?.failures ?? []
    expect(failure).toMatchObject({ text: 'expect s = 4', expected: 's = 4', actual: 's is 5' })
    expect(failure?.breakdown).toBe(
      '**s** 5\n\n| points | rule | why |\n| ---: | :--- | :--- |\n| +5 | `when a add 5` | a is true |',
    )
  })

  it('that are named run alone', async () => {
    expect((await run({ '/m.merit': three }, '/m.merit', ['u', 'gone'])).ends.map(({ id }) => id)).toEqual(['u'])
  })

  it.each([
    [{ '/m.merit': `${model}when a add` }, '/m.merit', /^The model has 1 error\.$/],
    [{ '/m.merit': 'import "./s.merit"', '/s.merit': three }, '/s.merit', /^Another file imports this one/],
  ])('of %j are not run', async (files, path, problem) => {
    expect(await run(files as Record<string, string>, path)).toEqual({
      problem: expect.stringMatching(problem),
      ends: [],
    })
  })
})
