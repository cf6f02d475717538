import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export const nowTwice = defineDiagnostic<Record<string, never>>({
  name: 'now-twice',
  severity: 'error',
  message: () => 'This test says `now` twice. To look at a later day, write `expect in 30d …`.',
  why: 'A test has one instant from which `ago` and `expect in` are counted.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'on visit add 5\ntest "a visit" {\n  now 2026-06-01\n  now 2026-07-01\n  event visit 1d ago\n  expect total = 5\n}',
  good: 'on visit add 5\ntest "a visit" {\n  now 2026-06-01\n  event visit 1d ago\n  expect total = 5\n}',
})
