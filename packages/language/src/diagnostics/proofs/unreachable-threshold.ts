import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface UnreachableThreshold {
  readonly score: string
  /** As written: `at 120`, `fit >= 120`. */
  readonly threshold: string
  /** In points; no lead has more. Absent where nothing nearer than the threshold is known. */
  readonly most?: number | undefined
  /** Whether a lead is known that has as many. */
  readonly exact: boolean
  /** Where the number is written as one, and the greatest that a lead is known to reach. */
  readonly number?: Span | undefined
  readonly reachable?: number | undefined
}

export const unreachableThreshold = defineDiagnostic<UnreachableThreshold>({
  name: 'unreachable-threshold',
  severity: 'error',
  message: ({ score, threshold, most, exact }) =>
    `Nobody reaches \`${threshold}\`: \`${score}\` ${reach(most, exact)}. Lower the threshold, or give more points.`,
  why: 'Rules that exclude each other, caps and limits keep a score below the sum of its points. No lead, whatever its attributes and history, gets as many points as this threshold asks for, so what it decides never happens.',
  fixes: ({ number, reachable }) =>
    number && reachable !== undefined
      ? [{ title: `Write \`${reachable}\``, edits: [{ span: number, text: String(reachable) }] }]
      : [],
  bad: 'when industry = SaaS add 30\nwhen industry = Retail add 20\nqualify at 50',
  good: 'when industry = SaaS add 30\nwhen industry = Retail add 20\nqualify at 30',
})

function reach(most: number | undefined, exact: boolean): string {
  if (most === undefined) return 'always stays below it'
  return `goes up to ${most}${exact ? '' : ' at most'}`
}
