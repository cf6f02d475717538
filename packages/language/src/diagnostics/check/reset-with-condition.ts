import { defineDiagnostic } from '../diagnostic.ts'

export const resetWithCondition = defineDiagnostic<Record<string, never>>({
  name: 'reset-with-condition',
  severity: 'error',
  message: () =>
    'A reset takes no condition on the lead. Say in the parentheses of the event which of its events reset, with `lead.` before attributes.',
  why: 'A reset is part of the history: it happens at an event, or not.',
  bad: 'score engagement {\n  on visit add 5\n  on unsubscribe when customer reset\n}',
  good: 'score engagement {\n  on visit add 5\n  on unsubscribe(lead.customer) reset\n}',
})
