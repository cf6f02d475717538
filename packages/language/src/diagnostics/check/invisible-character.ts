import { defineDiagnostic } from '../diagnostic.ts'

export interface InvisibleCharacter {
  /** The text or name, with its quotes. */
  readonly within: string
  /** `U+200B`. */
  readonly code: string
  /** It looks like a space. */
  readonly isSpace: boolean
}

export const invisibleCharacter = defineDiagnostic<InvisibleCharacter>({
  name: 'invisible-character',
  severity: 'warning',
  message: ({ within, code, isSpace }) =>
    isSpace
      ? `A space in ${shortened(within)} is not the usual one (${code}), so that it is not equal to the same words with usual spaces.`
      : `A character in ${shortened(within)} is not seen (${code}), so that it is not equal to what it looks like.`,
  why: 'Text from web pages and spreadsheets brings along characters of no width and spaces of other kinds. They look like nothing, or like a space, and still the text is another one.',
  fixes: ({ code, isSpace }, span) => [
    isSpace
      ? { title: 'Write a usual space', edits: [{ span, text: ' ' }] }
      : { title: `Take out the invisible character ${code}`, edits: [{ span, text: '' }] },
  ],
  bad: 'lead { title: text }\nwhen title = "Chief\u00a0Officer" add 5',
  good: 'lead { title: text }\nwhen title = "Chief Officer" add 5',
})

const longest = 40

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}
