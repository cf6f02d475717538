import { defineDiagnostic } from '../diagnostic.ts'

export interface ResetEventTested {
  readonly event: string
}

export const resetEventTested = defineDiagnostic<ResetEventTested>({
  name: 'reset-event-tested',
  severity: 'hint',
  message: ({ event }) =>
    `\`${event}\` resets this block, so only the latest \`${event}\` is seen here, however many there were. Move this rule to a score of its own to look at all of them.`,
  why: '`on … reset` makes everything in its block forget what happened before the latest such event. That event itself stays, and those before it are forgotten like everything else: it is never seen twice.',
  bad: 'score heat {\n  on visit add 5\n  on unsubscribe reset\n  when at least 2 unsubscribe subtract 20\n}',
  good: 'score heat {\n  on visit add 5\n  on unsubscribe reset\n}\nscore trust {\n  when at least 2 unsubscribe subtract 20\n}',
})
