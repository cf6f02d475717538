import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface RecordAsValue {
  readonly name: string
  readonly fields: readonly string[]
}

export const recordAsValue = defineDiagnostic<RecordAsValue>({
  name: 'record-as-value',
  severity: 'error',
  message: ({ name, fields }) => `\`${name}\` is a group of attributes. Name one of them: ${choice(fields, 'or')}.`,
  why: 'Attributes that are declared inside braces are read with a dot.',
  fixes: ({ fields }, span) => fields.map(name => replaceWith(span, name)),
  bad: 'lead { company { tier: one of [A, B]  rank: one of [A, B] } }\nwhen company = A add 10',
  good: 'lead { company { tier: one of [A, B]  rank: one of [A, B] } }\nwhen company.tier = A add 10',
})
