import { defineDiagnostic, type Edit } from '../diagnostic.ts'

export interface ValueAsCondition {
  readonly value: string
  /** What it is a value of. */
  readonly of?: string
  readonly fix?: Edit
}

export const valueAsCondition = defineDiagnostic<ValueAsCondition>({
  name: 'value-as-condition',
  severity: 'error',
  message: ({ value, of, fix }) =>
    fix && of
      ? `\`${value}\` is a value of \`${of}\` and no condition by itself. Write \`${fix.text}\`.`
      : `\`${value}\` is a value and no condition. Say what it is compared with.`,
  why: 'Each side of `and` and `or` must be true or false by itself. Several values of one attribute are written as a list: `industry in [SaaS, Fintech]`.',
  fixes: ({ fix }) => (fix ? [{ title: `Write \`${fix.text}\``, edits: [fix] }] : []),
  safe: true,
  bad: 'lead { industry: one of [SaaS, Fintech, Retail] }\nwhen industry = SaaS or Fintech add 15',
  good: 'lead { industry: one of [SaaS, Fintech, Retail] }\nwhen industry in [SaaS, Fintech] add 15',
})
