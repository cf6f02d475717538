import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface TestRepeats {
  /** The name of the other test. */
  readonly other: string
  readonly line: number
}

export const testRepeats = defineDiagnostic<TestRepeats>({
  name: 'test-repeats',
  severity: 'warning',
  message: ({ other, line }) =>
    `This test says nothing that "${other}" in line ${line} does not say: the lead, the events and the day are the same, and so is what is expected. Take it out, or change what it is about.`,
  why: 'A test that was copied and not changed looks like a case that is covered. It passes and fails with the other, and shows nothing more.',
  fixes: (_, span) => [{ ...takeOut(span), title: 'Take out this test' }],
  bad: 'when customer add 5\ntest "a customer gets 5 points" {\n  lead { customer: true }\n  expect total = 5\n}\ntest "a partner gets 5 points" {\n  lead { customer: true }\n  expect total = 5\n}',
  good: 'when customer add 5\ntest "a customer gets 5 points" {\n  lead { customer: true }\n  expect total = 5\n}\ntest "others get none" {\n  lead { customer: false }\n  expect total = 0\n}',
})
