import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface CommentSign {
  readonly written: string
}

export const commentSign = defineDiagnostic<CommentSign>({
  name: 'comment-sign',
  severity: 'error',
  message: ({ written }) => `A comment begins with \`#\`, not with \`${written}\`, and ends with its line.`,
  why: '`#` begins a comment, `##` the documentation of what follows it.',
  fixes: (_, span) => [replaceWith(span, '#')],
  safe: true,
  bad: '// Large companies.\nwhen employees > 500 add 5',
  good: '# Large companies.\nwhen employees > 500 add 5',
})
