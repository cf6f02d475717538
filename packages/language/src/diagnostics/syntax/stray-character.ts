import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface StrayCharacter {
  readonly character: string
}

export const strayCharacter = defineDiagnostic<StrayCharacter>({
  name: 'stray-character',
  severity: 'error',
  message: ({ character }) => `The character \`${character}\` means nothing here.`,
  why: 'Outside texts a model consists of words, numbers and a few signs. A name with other characters stands in backticks, as `Lead Source` would; text stands in double quotes.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'when customer add 5 $',
  good: 'when customer add 5',
})
