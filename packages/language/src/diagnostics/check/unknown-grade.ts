import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownGrade {
  readonly name: string
  readonly suggestion: string | undefined
  readonly names: readonly string[]
}

export const unknownGrade = defineDiagnostic<UnknownGrade>({
  name: 'unknown-grade',
  severity: 'error',
  message: ({ name, suggestion }) => `There is no grade \`${name}\` to join.${didYouMean(suggestion)}`,
  why: '`grade cell = tier + level` puts the labels of other grades together, so both must be grades of this model.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'on visit add 5\ngrade tier from total { A at 50  else B }\ngrade heat { 1 when any visit within 7d  else 2 }\ngrade cell = teir + heat',
  good: 'on visit add 5\ngrade tier from total { A at 50  else B }\ngrade heat { 1 when any visit within 7d  else 2 }\ngrade cell = tier + heat',
})
