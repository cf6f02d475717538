import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface ModifierTwice {
  readonly written: string
  /** What was said first. */
  readonly before: string
}

export const modifierTwice = defineDiagnostic<ModifierTwice>({
  name: 'modifier-twice',
  severity: 'error',
  message: ({ written, before }) => `\`${written}\` and \`${before}\` are about the same thing. Keep one of the two.`,
  why: 'A rule has at most one modifier of each kind, so that its meaning does not depend on their order.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'on download within 30d add 20 within 90d',
  good: 'on download within 30d add 20',
})
