import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface IsForEquals {
  readonly meant: '=' | '!='
  readonly value: string
}

export const isForEquals = defineDiagnostic<IsForEquals>({
  name: 'is-for-equals',
  severity: 'error',
  message: ({ meant, value }) => `Compare with \`${meant} ${value}\`; \`is\` only asks whether something is \`known\`.`,
  why: 'One spelling for one meaning: `=` compares, `is known` and `is not known` ask whether there is a value at all.',
  fixes: ({ meant }, span) => [replaceWith(span, `${meant} `, `Write \`${meant}\``)],
  safe: true,
  bad: 'when country is DE add 5',
  good: 'when country = DE add 5',
})
