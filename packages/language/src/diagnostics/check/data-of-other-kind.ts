import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface DataOfOtherKind {
  readonly name: string
  readonly wanted: string
  readonly written: string
  /** A list is wanted. */
  readonly list: boolean
}

export const dataOfOtherKind = defineDiagnostic<DataOfOtherKind>({
  name: 'data-of-other-kind',
  severity: 'error',
  message: ({ name, wanted, written, list }) =>
    `\`${name}\` is ${wanted}, and \`${written}\` is ${list ? 'none' : 'a list'}.`,
  why: 'The data of a test must fit the types of the model, or they would be taken as unknown.',
  fixes: ({ written, list }, span) => (list ? [replaceWith(span, `[${written}]`)] : []),
  bad: 'lead { interests: list of [pricing, api] }\nwhen interests contains api add 5\ntest "api" {\n  lead { interests: api }\n  expect total = 5\n}',
  good: 'lead { interests: list of [pricing, api] }\nwhen interests contains api add 5\ntest "api" {\n  lead { interests: [api] }\n  expect total = 5\n}',
})
