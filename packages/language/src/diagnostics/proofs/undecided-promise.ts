import { defineDiagnostic } from '../diagnostic.ts'

export interface UndecidedPromise {
  readonly promise: string
  /** What made it hard: a clause. */
  readonly because: string
}

export const undecidedPromise = defineDiagnostic<UndecidedPromise>({
  name: 'undecided-promise',
  severity: 'warning',
  message: ({ promise, because }) => `It is not known whether this holds: \`${promise}\`, since ${because}.`,
  why: 'A promise is proved for all leads, or shown to be broken with one. Sums of many things that depend on each other, and values that are multiplied with each other, may be too hard for both. Nothing is claimed then; tests can still watch over it.',
  bad: 'lead { a: number 0..1000  b: number 0..1000 }\nwhen a > 1 add 5\npromise never a * b - b * a > 0.5',
  good: 'lead { a: number 0..1000  b: number 0..1000 }\nwhen a > 1 add 5\npromise never a * b < 0',
})
