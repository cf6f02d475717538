import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface EqualsList {
  readonly operator: string
  readonly list: string
  readonly fix: string
}

export const equalsList = defineDiagnostic<EqualsList>({
  name: 'equals-list',
  severity: 'error',
  message: ({ operator, list, fix }) =>
    `\`${operator}\` compares with one value, and ${list} is a list. Write \`${fix}\`.`,
  why: 'Whether a value is one of several is asked with `in`.',
  fixes: ({ fix }, span) => [replaceWith(span, fix)],
  safe: true,
  bad: 'when industry = [SaaS, Fintech] add 15',
  good: 'when industry in [SaaS, Fintech] add 15',
})
