import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface IgnoreUnknownName {
  /** Empty where none is written. */
  readonly name: string
  readonly suggestion?: string | undefined
}

export const ignoreUnknownName = defineDiagnostic<IgnoreUnknownName>({
  name: 'ignore-unknown-name',
  severity: 'warning',
  message: ({ name, suggestion }) =>
    name === ''
      ? 'This does not say what is ignored. Name it: `# merit ignore never-used: why`.'
      : `There is no finding called \`${name}\`.${didYouMean(suggestion)}`,
  why: 'Each finding has a name, which stands beside it; `merit explain-code` lists them all. Only what is named is ignored, so that nothing else is missed.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: '# merit ignore never-usd: the rules about rivals come next quarter\nwhen industry = SaaS add 5',
  good: '# merit ignore never-used: the rules about rivals come next quarter\nlist rivals = ["rival.com"]\nwhen industry = SaaS add 5',
})
