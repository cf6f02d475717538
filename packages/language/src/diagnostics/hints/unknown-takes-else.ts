import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'
import { before, fix } from './edits.ts'

export interface UnknownTakesElse {
  readonly attribute: string
  /** As written after `else:`. */
  readonly points: string
  /** Where the row of `else` begins. */
  readonly row: Span
}

export const unknownTakesElse = defineDiagnostic<UnknownTakesElse>({
  name: 'unknown-takes-else',
  severity: 'hint',
  message: ({ attribute, points }) =>
    `Leads whose \`${attribute}\` is unknown get the ${points} of \`else\` too. Add \`unknown: 0\` to spare them, or \`unknown: ${points}\` to say that you mean it.`,
  why: '`else` takes every value that has no case of its own, and unknown is one of them. A penalty for the wrong value is then also a penalty for a form field that was left empty.',
  fixes: ({ points, row }) => [
    fix('Add `unknown: 0`', before(row, 'unknown: 0  ')),
    fix(`Add \`unknown: ${points}\``, before(row, `unknown: ${points}  `)),
  ],
  bad: 'lead { industry: one of [SaaS, Retail, Mining] }\npoints by industry { SaaS: 30  Retail: 5  else: -10 }',
  good: 'lead { industry: one of [SaaS, Retail, Mining] }\npoints by industry { SaaS: 30  Retail: 5  unknown: 0  else: -10 }',
})
