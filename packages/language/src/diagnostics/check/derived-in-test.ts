import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface DerivedInTest {
  readonly name: string
  readonly from: readonly string[]
}

export const derivedInTest = defineDiagnostic<DerivedInTest>({
  name: 'derived-in-test',
  severity: 'error',
  message: ({ name, from }) =>
    `\`${name}\` is derived from other events and is not in the data. Give the test ${from.length > 0 ? choice(from, 'or') : 'those'} instead.`,
  why: 'Events that are declared with `from` are found by the model among those that happened.',
  fixes: ({ from }, span) => from.map(name => replaceWith(span, name)),
  bad: 'event page_view\nevent download\nevent active from page_view or download\non active add 5\ntest "active" {\n  event active 1d ago\n  expect total = 5\n}',
  good: 'event page_view\nevent download\nevent active from page_view or download\non active add 5\ntest "active" {\n  event page_view 1d ago\n  expect total = 5\n}',
})
