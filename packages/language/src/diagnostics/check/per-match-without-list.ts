import { textOf } from '../../syntax/source.ts'
import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export const perMatchWithoutList = defineDiagnostic<Record<string, never>>({
  name: 'per-match-without-list',
  severity: 'error',
  message: () =>
    '`per match` counts how many of the listed values were found, so the condition must be `… contains any of […]` and nothing else.',
  why: '`when interests contains any of [pricing, api] add 15 per match` gives 15 points for each of the two that is there.',
  fixes: (_, span) => [replaceWith(span, textOf(span).replace(/\s+per\s+match$/, ''))],
  bad: 'when industry in [SaaS, Fintech] add 15 per match',
  good: 'when interests contains any of [pricing, api] add 15 per match',
})
