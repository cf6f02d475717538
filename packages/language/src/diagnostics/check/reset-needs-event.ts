import { defineDiagnostic } from '../diagnostic.ts'

export const resetNeedsEvent = defineDiagnostic<Record<string, never>>({
  name: 'reset-needs-event',
  severity: 'error',
  message: () => 'A reset happens at an event: write `on … reset`.',
  why: 'A reset forgets what came before the latest event of its kind. For a condition on the lead, write `when … multiply by 0`, or `disqualify when …`.',
  bad: 'score engagement {\n  on visit add 5\n  when unsubscribed reset\n}',
  good: 'score engagement {\n  on visit add 5\n  on unsubscribe reset\n}',
})
