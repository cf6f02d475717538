import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface NotText {
  readonly value: string
  readonly operator: string
  readonly noun: string
  /** Declared with a list of values. */
  readonly choice: boolean
  readonly fix: string | undefined
}

export const notText = defineDiagnostic<NotText>({
  name: 'not-text',
  severity: 'error',
  message: ({ value, operator, noun, choice, fix }) =>
    choice
      ? `\`${value}\` is ${noun}, and \`${operator}\` is for free text. ${fix ? `Write \`${fix}\`, or declare it as \`text\`.` : 'Declare it as `text`.'}`
      : `\`${operator}\` is for text, and \`${value}\` is ${noun}.`,
  why: 'Values of `one of […]` are known beforehand and compared whole. Looking for pieces of them would miss or catch more than is meant.',
  fixes: ({ fix }, span) => (fix ? [replaceWith(span, fix)] : []),
  bad: 'lead { industry: one of [SaaS, Fintech] }\nwhen industry contains SaaS add 15',
  good: 'lead { industry: one of [SaaS, Fintech] }\nwhen industry = SaaS add 15',
})
