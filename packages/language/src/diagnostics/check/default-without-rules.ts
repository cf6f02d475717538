import { defineDiagnostic } from '../diagnostic.ts'

export const defaultWithoutRules = defineDiagnostic<Record<string, never>>({
  name: 'default-without-rules',
  severity: 'warning',
  message: () =>
    'This default holds for no rule: outside any block it is about the rules that stand outside any block too, and there are none. Put it into a score or group.',
  why: 'A `default` holds for the event rules of the block that it stands in.',
  bad: 'default decay 30d\nscore engagement {\n  on visit add 5\n}',
  good: 'score engagement {\n  default decay 30d\n  on visit add 5\n}',
})
