import { defineDiagnostic } from '../diagnostic.ts'

export interface DataTwice {
  readonly name: string
}

export const dataTwice = defineDiagnostic<DataTwice>({
  name: 'data-twice',
  severity: 'error',
  message: ({ name }) => `\`${name}\` is given twice.`,
  why: 'A lead has one value of each attribute, an event one of each property.',
  bad: 'when employees > 100 add 5\ntest "large" {\n  lead { employees: 500, employees: 50 }\n  expect total = 5\n}',
  good: 'when employees > 100 add 5\ntest "large" {\n  lead { employees: 500 }\n  expect total = 5\n}',
})
