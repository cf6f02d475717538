import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface ListNeeded {
  /** A lone name. */
  readonly written: string | undefined
  readonly suggestion: string | undefined
}

export const listNeeded = defineDiagnostic<ListNeeded>({
  name: 'list-needed',
  severity: 'error',
  message: ({ written, suggestion }) =>
    written === undefined
      ? 'Here stands a list in brackets, or the name of a `list`.'
      : `There is no list \`${written}\`.${suggestion ? didYouMean(suggestion) : ` For a list of this one value write \`[${written}]\`.`}`,
  why: '`in` and `any of` look into a list: `[SaaS, Fintech]`, or the name of one that `list` declares.',
  fixes: ({ written, suggestion }, span) =>
    written === undefined ? [] : [replaceWith(span, suggestion ?? `[${written}]`)],
  bad: 'lead { industry: one of [SaaS, Fintech] }\nwhen industry in SaaS add 15',
  good: 'lead { industry: one of [SaaS, Fintech] }\nwhen industry in [SaaS] add 15',
})
