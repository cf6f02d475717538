import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface UnknownUnit {
  readonly value: number
  readonly unit: string
  readonly suggestion: string | undefined
  readonly units: readonly string[]
}

export const unknownUnit = defineDiagnostic<UnknownUnit>({
  name: 'unknown-unit',
  severity: 'error',
  message: ({ value, unit, suggestion, units }) =>
    `\`${unit}\` is no unit of time.${suggestion ? didYouMean(`${value}${suggestion}`) : ` There is ${choice(units, 'and')}.`}`,
  why: 'Times are written as a number and a unit right after it: `10s`, `30min`, `12h`, `30d`, `2w`. A day is exactly 24 hours.',
  fixes: ({ value, suggestion }, span) => (suggestion ? [replaceWith(span, `${value}${suggestion}`)] : []),
  bad: 'on download within 30days add 20',
  good: 'on download within 30d add 20',
})
