import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface LikeWithoutWildcard {
  /** As written, in quotes. */
  readonly text: string
}

export const likeWithoutWildcard = defineDiagnostic<LikeWithoutWildcard>({
  name: 'like-without-wildcard',
  severity: 'hint',
  message: ({ text }) =>
    `\`like\` compares the whole text, and ${text} has neither \`*\` nor \`?\`. Write \`= ${text}\` for exactly this text, or put \`*\` where anything may stand.`,
  why: '`like "/pricing"` holds for "/pricing" only, not for "/pricing/teams". With `*` for any run of characters it reads `like "/pricing*"`; to find it anywhere use `contains`.',
  fixes: ({ text }, span) => [
    replaceWith(span, `${text.slice(0, -1)}*"`),
    replaceWith(span, `"*${text.slice(1, -1)}*"`),
  ],
  bad: 'on page_view(path like "/pricing") add 10',
  good: 'on page_view(path like "/pricing*") add 10',
})
