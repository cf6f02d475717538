import { defineDiagnostic } from '../diagnostic.ts'

export interface DuplicateTest {
  readonly name: string
}

export const duplicateTest = defineDiagnostic<DuplicateTest>({
  name: 'duplicate-test',
  severity: 'error',
  message: ({ name }) => `Two tests are called "${name}". Give each a name that says what it shows.`,
  why: 'A failing test is reported by its name, and can be run by it.',
  bad: 'on visit add 5\ntest "a visit" {\n  event visit 1d ago\n  expect total = 5\n}\ntest "a visit" {\n  event visit 2d ago\n  expect total = 5\n}',
  good: 'on visit add 5\ntest "a visit" {\n  event visit 1d ago\n  expect total = 5\n}\ntest "an older visit" {\n  event visit 2d ago\n  expect total = 5\n}',
})
