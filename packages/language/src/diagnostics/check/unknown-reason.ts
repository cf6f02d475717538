import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { quoted } from './phrases.ts'

export interface UnknownReason {
  readonly reason: string
  readonly suggestion: string | undefined
}

export const unknownReason = defineDiagnostic<UnknownReason>({
  name: 'unknown-reason',
  severity: 'error',
  message: ({ reason, suggestion }) =>
    `No \`disqualify\` line gives the reason "${reason}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
  why: 'The reason of a disqualification is the text after `disqualify`, or the condition itself where there is none.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, quoted(suggestion))] : []),
  bad: 'on visit add 5\ndisqualify "competitor" when domain(email) = "rival.com"\ntest "a rival" {\n  lead { email: "ann@rival.com" }\n  expect disqualified "competitors"\n}',
  good: 'on visit add 5\ndisqualify "competitor" when domain(email) = "rival.com"\ntest "a rival" {\n  lead { email: "ann@rival.com" }\n  expect disqualified "competitor"\n}',
})
