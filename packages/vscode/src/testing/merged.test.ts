import type { FileCoverage } from '@merit-lang/language-server'
import { expect, it } from 'vitest'
import { merged } from './merged.ts'

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } })

const file = (uri: string, line: number, matched: number, held: number, failed = 1): FileCoverage => ({
  uri,
  statements: [
    {
      name: `rule ${line}`,
      range: at(line),
      matched,
      goals: [
        {
          kind: 'condition',
          text: 'a',
          range: at(line),
          outcomes: [
            held > 0 ? { outcome: 'true', seen: held } : { outcome: 'true', seen: 0, example: 'a lead with a true' },
            { outcome: 'false', seen: failed },
          ],
        },
      ],
    },
  ],
})

it('what several models reach in a file they share is added up', () => {
  const merge = merged([file('a', 1, 2, 3), file('b', 1, 1, 1), file('a', 1, 5, 0), file('a', 2, 0, 0)])
  const [first] = file('a', 1, 7, 3, 2).statements
  const [second] = file('a', 2, 0, 0).statements
  expect(merge).toEqual([{ uri: 'a', statements: [first, second] }, file('b', 1, 1, 1)])
})
