import { defineDiagnostic } from '../diagnostic.ts'

export interface MixedList {
  readonly name: string
  readonly value: string
}

export const mixedList = defineDiagnostic<MixedList>({
  name: 'mixed-list',
  severity: 'error',
  message: ({ name, value }) =>
    `\`${name}\` mixes numbers and texts: \`${value}\` is of another kind than its first value.`,
  why: 'A list is compared with one attribute, which is either a number or not.',
  bad: 'list codes = ["A1", "B2", 17]\nwhen code in codes add 5',
  good: 'list codes = ["A1", "B2", "17"]\nwhen code in codes add 5',
})
