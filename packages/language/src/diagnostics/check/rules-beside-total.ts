import { defineDiagnostic } from '../diagnostic.ts'

export const rulesBesideTotal = defineDiagnostic<Record<string, never>>({
  name: 'rules-beside-total',
  severity: 'error',
  message: () =>
    'Rules outside any block belong to the score `total`, which is declared too. Put these rules into a score of their own.',
  why: 'The score `total` is either the sum of the rules outside any block, or what `score total` says.',
  bad: 'score fit {\n  when industry = SaaS add 30\n}\nscore total = fit * 2\non visit add 5',
  good: 'score fit {\n  when industry = SaaS add 30\n}\nscore engagement {\n  on visit add 5\n}\nscore total = fit * 2 + engagement',
})
