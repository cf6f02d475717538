import { defineDiagnostic } from '../diagnostic.ts'

export interface BadDecay {
  readonly reason: string
  readonly form: string
}

export const badDecay = defineDiagnostic<BadDecay>({
  name: 'bad-decay',
  severity: 'error',
  message: ({ reason, form }) => `This decay cannot be: ${reason} It is written \`${form}\`.`,
  why: 'A decay takes points away as an event grows old; it never adds any, and needs a time that passes.',
  bad: 'on download add 20 decay linear over 0d',
  good: 'on download add 20 decay linear over 90d',
})
