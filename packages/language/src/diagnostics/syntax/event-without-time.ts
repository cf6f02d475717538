import { defineDiagnostic } from '../diagnostic.ts'

export interface EventWithoutTime {
  readonly event: string
}

export const eventWithoutTime = defineDiagnostic<EventWithoutTime>({
  name: 'event-without-time',
  severity: 'error',
  message: ({ event }) => `Say when \`${event}\` happens, as in \`3d ago\` or \`at 2026-06-01\`.`,
  why: 'Points depend on how long ago an event was, so every event of a test has its time.',
  fixes: (_, span) => [{ title: 'Add `1d ago`', edits: [{ span, text: ' 1d ago' }] }],
  bad: 'on visit add 5\ntest "a visit counts" {\n  event visit\n  expect total = 5\n}',
  good: 'on visit add 5\ntest "a visit counts" {\n  event visit 3d ago\n  expect total = 5\n}',
})
