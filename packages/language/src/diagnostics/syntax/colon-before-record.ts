import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ColonBeforeRecord {
  readonly name: string
}

export const colonBeforeRecord = defineDiagnostic<ColonBeforeRecord>({
  name: 'colon-before-record',
  severity: 'error',
  message: ({ name }) => `Attributes within \`${name}\` stand in braces right behind its name, without \`:\`.`,
  why: 'A colon comes before the type or value of one attribute. What groups several has none of its own.',
  fixes: (_, span) => [replaceWith(span, '', 'Remove the `:`')],
  bad: 'lead {\n  company: { tier: one of [A, B] }\n}\nwhen company.tier = A add 5',
  good: 'lead {\n  company { tier: one of [A, B] }\n}\nwhen company.tier = A add 5',
})
