import { defineDiagnostic } from '../diagnostic.ts'
import { before, fix } from './edits.ts'

export interface UnknownPasses {
  /** The attribute that may be unknown. */
  readonly attribute: string
  /** The test as written. */
  readonly test: string
  /** The test is the whole condition, so that nothing next to it binds more tightly than `or`. */
  readonly alone: boolean
}

export const unknownPasses = defineDiagnostic<UnknownPasses>({
  name: 'unknown-passes',
  severity: 'hint',
  message: ({ attribute, test }) =>
    `\`${test}\` also holds for a lead whose \`${attribute}\` is unknown. Say which you mean: \`${attribute} is known and …\` or \`${attribute} is unknown or …\`.`,
  why: 'An unknown value equals nothing, so every negative test of it holds: leads about whom you know nothing pass. Often only those with a value are meant. Say it in the condition, and whoever reads the rule sees it too. An attribute declared `required` is never unknown.',
  fixes: ({ attribute, test, alone }, span) => [
    fix('Leave out leads for whom it is unknown', before(span, `${attribute} is known and `)),
    fix('Say that unknown is meant as well', {
      span,
      text: alone ? `${attribute} is unknown or ${test}` : `(${attribute} is unknown or ${test})`,
    }),
  ],
  bad: 'lead { country: one of [DE, AT, US] }\nwhen country not in [DE, AT] subtract 10',
  good: 'lead { country: one of [DE, AT, US] }\nwhen country is known and country not in [DE, AT] subtract 10',
})
