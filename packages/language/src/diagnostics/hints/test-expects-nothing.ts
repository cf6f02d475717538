import { defineDiagnostic } from '../diagnostic.ts'

export interface TestExpectsNothing {
  readonly name: string
}

export const testExpectsNothing = defineDiagnostic<TestExpectsNothing>({
  name: 'test-expects-nothing',
  severity: 'warning',
  message: ({ name }) =>
    `The test "${name}" expects nothing, so it can never fail. Add a line such as \`expect total = 20\`.`,
  why: 'A test without an `expect` passes whatever the rules say.',
  bad: 'on visit add 5\ntest "a visit" {\n  event visit 1d ago\n}',
  good: 'on visit add 5\ntest "a visit" {\n  event visit 1d ago\n  expect total = 5\n}',
})
