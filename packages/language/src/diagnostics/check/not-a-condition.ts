import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface NotACondition {
  readonly written: string
  readonly noun: string
  readonly kind: string
}

export const notACondition = defineDiagnostic<NotACondition>({
  name: 'not-a-condition',
  severity: 'error',
  message: ({ written, noun, kind }) =>
    `\`${written}\` is ${noun}, not something that is true or false. ${kind === 'number' ? `Compare it, as in \`${written} > 0\`.` : `Compare it, or write \`${written} is known\`.`}`,
  why: 'A condition is true or false: a comparison, a test, an attribute that is declared as `boolean`, a segment or a stage.',
  fixes: ({ written, kind }, span) => [replaceWith(span, kind === 'number' ? `${written} > 0` : `${written} is known`)],
  bad: 'lead { employees: integer }\nwhen employees add 10',
  good: 'lead { employees: integer }\nwhen employees > 100 add 10',
})
