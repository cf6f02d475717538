import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface BrokenPromise {
  readonly promise: string
  /** The smallest lead that breaks it, in words. */
  readonly lead: string
  /** The same as a test, and where the tests of the model may end. */
  readonly test?: { readonly text: string; readonly end: Span } | undefined
}

export const brokenPromise = defineDiagnostic<BrokenPromise>({
  name: 'broken-promise',
  severity: 'error',
  message: ({ promise, lead }) => `This does not hold: \`${promise}\`. It is broken by ${lead}.`,
  why: 'A promise is about all leads, all histories and every time. The lead named here breaks it, and nothing of it could be left out. Either the model does what it should not, or the promise says more than was meant.',
  fixes: ({ test }) =>
    test ? [{ title: 'Add this lead as a test', edits: [{ span: test.end, text: `\n${test.text}` }] }] : [],
  bad: 'lead { customer: boolean }\non download add 20\nwhen customer subtract 50\nqualify MQL at 50\npromise never MQL when customer',
  good: 'lead { customer: boolean }\non download add 20\ndisqualify "customer" when customer\nqualify MQL at 50\npromise never MQL when customer',
})
