import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface DuplicateValue {
  readonly value: string
  readonly before: string
}

export const duplicateValue = defineDiagnostic<DuplicateValue>({
  name: 'duplicate-value',
  severity: 'error',
  message: ({ value, before }) =>
    value === before
      ? `\`${value}\` stands in this list already.`
      : `\`${value}\` and \`${before}\` are one value: capitals make no difference. Take one of them out.`,
  why: 'Values are compared without regard to capitals, so that DE and de are the same.',
  fixes: (_, span) => [takeOut(span, ',')],
  safe: true,
  bad: 'lead { country: one of [DE, AT, de] }\nwhen country = DE add 5',
  good: 'lead { country: one of [DE, AT] }\nwhen country = DE add 5',
})
