import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface UnknownDecay {
  readonly written: string
  readonly forms: readonly string[]
  readonly suggestion: string | undefined
}

export const unknownDecay = defineDiagnostic<UnknownDecay>({
  name: 'unknown-decay',
  severity: 'error',
  message: ({ written, forms, suggestion }) =>
    `\`decay ${written}\` is no form of decay.${suggestion ? didYouMean(`decay ${suggestion}`) : ` There is ${choice(forms, 'and')}.`}`,
  why: 'A decay says how the points of an event shrink while it grows old: by halves, in a straight line, or in steps.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'on download add 20 decay linar over 90d',
  good: 'on download add 20 decay linear over 90d',
})
