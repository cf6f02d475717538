import { defineDiagnostic } from '../diagnostic.ts'

export interface TestNeedsNow {
  readonly date: string
}

export const testNeedsNow = defineDiagnostic<TestNeedsNow>({
  name: 'test-needs-now',
  severity: 'error',
  message: ({ date }) =>
    `This test names a day, ${date}, but not the day at which the lead is scored. Add a line such as \`now 2026-06-01\`.`,
  why: 'What a date gives depends on how long ago it was. A test without dates needs no `now`.',
  bad: 'lead { created: date }\nwhen created within 30d add 5\ntest "a new lead" {\n  lead { created: 2026-05-20 }\n  expect total = 5\n}',
  good: 'lead { created: date }\nwhen created within 30d add 5\ntest "a new lead" {\n  now 2026-06-01\n  lead { created: 2026-05-20 }\n  expect total = 5\n}',
})
