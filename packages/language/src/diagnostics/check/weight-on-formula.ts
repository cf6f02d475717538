import { defineDiagnostic } from '../diagnostic.ts'

export const weightOnFormula = defineDiagnostic<Record<string, never>>({
  name: 'weight-on-formula',
  severity: 'error',
  message: () => 'A score that is worked out from others has no weight. Put the factor into its formula.',
  why: 'A weight takes a share of what rules add up to. In a formula the same is said by multiplying, where one also sees whether it comes before or after the cap.',
  bad: 'score fit { when employees > 5 add 10 }\nscore total weight 50% = fit + 2',
  good: 'score fit { when employees > 5 add 10 }\nscore total = 0.5 * (fit + 2)',
})
