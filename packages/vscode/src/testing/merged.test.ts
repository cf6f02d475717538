import type { FileCoverage } from '@merit-lang/language-server'
import { expect, it } from 'vitest'
import { merged } from './merged.ts'

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } })

const file = (uri: string, line: number, matched: number, held: number): FileCoverage => ({
  uri,
  statements: [
    { name: `rule ${line}`, range: at(line), matched, conditions: [{ text: 'a', range: at(line), held, failed: 1 }] },
  ],
})

it('what several models reach in a file they share is added up', () => {
  expect(merged([file('a', 1, 2, 3), file('b', 1, 1, 1), file('a', 1, 5, 0), file('a', 2, 0, 0)])).toEqual([
    {
      uri: 'a',
      statements: [
        { name: 'rule 1', range: at(1), matched: 7, conditions: [{ text: 'a', range: at(1), held: 3, failed: 2 }] },
        { name: 'rule 2', range: at(2), matched: 0, conditions: [{ text: 'a', range: at(2), held: 0, failed: 1 }] },
      ],
    },
    file('b', 1, 1, 1),
  ])
})
