import { defineDiagnostic } from '../diagnostic.ts'

export interface RulesCancel {
  /** As written: `when demo`, `on visit`. */
  readonly trigger: string
  readonly points: number
}

export const rulesCancel = defineDiagnostic<RulesCancel>({
  name: 'rules-cancel',
  severity: 'warning',
  message: ({ trigger, points }) =>
    `This takes away the ${points} points that another rule of the block gives for \`${trigger}\`, so together they do nothing. Take one of them out or change its condition.`,
  why: 'Within a block the points of all rules are added before any cap or floor. Two rules with the same condition and opposite points add up to nothing for every lead.',
  bad: 'score fit cap 30 {\n  when customer add 10\n  when partner add 20\n  when customer subtract 10\n}',
  good: 'score fit cap 30 {\n  when customer add 10\n  when partner add 20\n}',
})
