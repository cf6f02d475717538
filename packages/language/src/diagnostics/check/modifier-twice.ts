import { defineDiagnostic } from '../diagnostic.ts'

export interface ModifierTwice {
  readonly modifier: string
  readonly written: string
}

export const modifierTwice = defineDiagnostic<ModifierTwice>({
  name: 'modifier-twice',
  severity: 'error',
  message: ({ modifier, written }) =>
    `\`${modifier}\` is said already; \`${written}\` would contradict it. Keep one of the two.`,
  why: 'A rule has at most one modifier of each kind, so that its meaning does not depend on their order.',
  bad: 'on download within 30d add 20 within 90d',
  good: 'on download within 30d add 20',
})
