import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface MixedScript {
  readonly word: string
  readonly script: string
  /** The Latin letters in it. */
  readonly latin: readonly string[]
  /** In one script, where all of the Latin letters look like some of it. */
  readonly plain?: string | undefined
}

export const mixedScript = defineDiagnostic<MixedScript>({
  name: 'mixed-script',
  severity: 'warning',
  message: ({ word, script, latin }) =>
    `\`${word}\` mixes ${script} letters with Latin ones (${latin.map(letter => `\`${letter}\``).join(', ')}), some of which look alike. Write it in one script.`,
  why: 'A word of two scripts is nearly always a slip of the keyboard: it looks like the word that was meant, and is equal to none in the data.',
  fixes: ({ plain }, span) => (plain === undefined ? [] : [replaceWith(span, plain)]),
  bad: 'lead { city: text }\nwhen city = "M\u043e\u0441\u043a\u0432\u0430" add 5',
  good: 'lead { city: text }\nwhen city = "\u041c\u043e\u0441\u043a\u0432\u0430" add 5',
})
