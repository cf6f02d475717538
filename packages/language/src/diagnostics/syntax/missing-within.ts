import { defineDiagnostic } from '../diagnostic.ts'

export interface MissingWithin {
  readonly event: string
}

export const missingWithin = defineDiagnostic<MissingWithin>({
  name: 'missing-within',
  severity: 'error',
  message: ({ event }) => `Say within what time: \`${event} within 10s\`.`,
  why: 'Events that follow each other, or of which there are several, count only where they are close to each other; so the time belongs to the definition.',
  bad: 'event bot_click from delivery then click\non bot_click subtract 5',
  good: 'event bot_click from delivery then click within 10s\non bot_click subtract 5',
})
