import { describe, expect, it } from 'vitest'
import { declaredName, modelsAmong } from './roots.ts'

const rule = 'when x add 1\n'
const among = (files: Readonly<Record<string, string>>) =>
  modelsAmong(Object.entries(files).map(([path, text]) => ({ path, text })))

describe('models of their own', () => {
  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['each that scores', { 'b.merit': rule, 'a.merit': rule }, ['a.merit', 'b.merit']],
    ['not what one of them imports', { 'm/a.merit': `import "../b.merit"\n${rule}`, 'b.merit': rule }, ['m/a.merit']],
    ['not declarations', { 'a.merit': `import "./s.merit"\n${rule}`, 's.merit': 'lead { x: boolean }\n' }, ['a.merit']],
    [
      'not tests, nor because of them',
      { 'a.merit': rule, 't.merit': 'import "./a.merit"\ntest "t" {}\n' },
      ['a.merit'],
    ],
    ['a stage alone is one', { 'a.merit': 'qualify at 5\n' }, ['a.merit']],
    [
      'of a circle all',
      { 'a.merit': `import "./b.merit"\n${rule}`, 'b.merit': `import "./a.merit"\n${rule}` },
      ['a.merit', 'b.merit'],
    ],
    ['also with errors', { 'a.merit': 'when add\n' }, ['a.merit']],
  ])('%s', (_, files, expected) => {
    expect(among(files)).toEqual(expected)
  })

  it('call themselves something, or nothing', () => {
    const named = ['model "Acme"\n', rule, 'model\n'].map(text => declaredName({ path: 'a.merit', text }))
    expect(named).toEqual(['Acme', undefined, undefined])
  })
})
