/** What a checker that remembers earlier texts says of a text is what a check says that knows nothing. */
import { type Checked, type Checker, check, lower, type SourceText, startChecker, walk } from '@merit-lang/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenText, edited, model, render } from '../generators/index.ts'
import { runs } from './settings.ts'

/** Trees stand for themselves elsewhere; a span of any other text than those that were checked shows. */
function plain(sources: readonly SourceText[]) {
  return (key: string, value: unknown) => {
    if (key === 'source') return sources.indexOf(value as SourceText)
    if (key === 'declaration') return (value as { span: unknown }).span
    if (key === 'items') return (value as readonly unknown[] | undefined)?.length
    return value
  }
}

function shown({ understood, model: checked, diagnostics }: Checked): string {
  const sources = understood.files.map(({ source }) => source)
  const { attributes, events, derived, lists, lets, segments, scores, grades, stages } = understood
  const symbols = [attributes, events, derived, lists, lets, segments, scores, grades, stages]
  const own = new Set<unknown>(symbols.flat())
  const nodes: unknown[] = []
  for (const { ast } of understood.files) {
    walk(ast, node => {
      const meaning = understood.meanings.get(node as never)
      nodes.push([node.kind, node.span, understood.types.get(node as never), meaning, own.has(meaning)])
    })
  }
  const { name, timezone, disqualifications, promises, tests, types, meanings, uses } = understood
  const rest = [name, timezone, disqualifications.length, promises.length, tests.length, types.size, meanings.size]
  const built = [...uses].map(([one, on]) => [one.kind, 'name' in one && one.name, [...on].map(two => two.kind)])
  const program = checked && lower(checked).program
  return JSON.stringify([diagnostics, symbols, rest, built, program, nodes], plain(sources), 1)
}

function expectSame(checker: Checker, files: ReadonlyMap<string, SourceText>, entry: string) {
  const source = files.get(entry) as SourceText
  const read = (path: string) => files.get(path)
  expect(shown(checker.check(source, { read }))).toEqual(shown(check(source, { read })))
}

describe('a model that is checked again after edits', () => {
  it.each([
    ['a model', model.map(render), 10],
    ['any text', brokenText, 20],
  ] as const)('%s is understood as if for the first time', (_, texts, count) => {
    fc.assert(
      fc.property(edited(texts), texts => {
        const checker = startChecker()
        for (const text of texts) expectSame(checker, new Map([['a.merit', { path: 'a.merit', text }]]), 'a.merit')
      }),
      runs(count),
    )
  })

  it('models that share a file are', () => {
    const shared = model.map(({ declarations, definitions }) =>
      render({ declarations, definitions, scores: [], outcomes: [] }),
    )
    const own = model.map(({ scores, outcomes }) =>
      render({ declarations: ['import "./shared.merit"'], definitions: [], scores, outcomes }),
    )
    fc.assert(
      fc.property(edited(shared), edited(own), edited(own), (first, second, third) => {
        const checker = startChecker()
        const files = new Map<string, SourceText>()
        const put = (path: string, text: string | undefined) => {
          if (text !== undefined && files.get(path)?.text !== text) files.set(path, { path, text })
        }
        const steps = Math.max(first.length, second.length, third.length)
        for (let i = 0; i < steps; i++) {
          put('shared.merit', first[Math.floor(i / 2)])
          put('a.merit', second[i])
          put('b.merit', third[i])
          for (const entry of ['a.merit', 'b.merit']) expectSame(checker, files, entry)
        }
      }),
      runs(3),
    )
  })
})
