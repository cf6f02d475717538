import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface IgnoreMisspelt {
  /** What stands where `merit ignore` has to. */
  readonly written: string
}

export const ignoreMisspelt = defineDiagnostic<IgnoreMisspelt>({
  name: 'ignore-misspelt',
  severity: 'warning',
  message: ({ written }) => `This ignores nothing: it says \`${written}\`, and has to say \`merit ignore\`.`,
  why: 'Comments that ignore findings begin with two words, `# merit ignore`, then what is ignored, and why. Any other comment is left alone, so that a misspelt one would do nothing, unnoticed.',
  fixes: (_, span: Span) => [replaceWith(span, 'merit ignore')],
  bad: '# merit-ignore never-used: the rules about rivals come next quarter\nwhen industry in [SaaS] add 5',
  good: '# merit ignore never-used: the rules about rivals come next quarter\nlist rivals = ["rival.com"]\nwhen industry in [SaaS] add 5',
})
