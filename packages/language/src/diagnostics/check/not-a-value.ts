import { defineDiagnostic } from '../diagnostic.ts'

export interface NotAValue {
  readonly written: string
}

export const notAValue = defineDiagnostic<NotAValue>({
  name: 'not-a-value',
  severity: 'error',
  message: ({ written }) =>
    `\`${written}\` is no value that can stand in a list. Write names, texts in quotes, or numbers.`,
  why: 'A list holds plain values.',
  bad: 'list large = [employees > 500]\nwhen industry in large add 5',
  good: 'list large = ["Retail", "Energy"]\nwhen industry in large add 5',
})
