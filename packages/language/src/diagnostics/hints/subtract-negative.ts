import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'
import { fix } from './edits.ts'

export interface SubtractNegative {
  /** The amount without its sign, as written. */
  readonly amount: string
  readonly action: Span
}

export const subtractNegative = defineDiagnostic<SubtractNegative>({
  name: 'subtract-negative',
  severity: 'warning',
  message: ({ amount }) =>
    `\`subtract -${amount}\` adds ${amount} points. Write \`subtract ${amount}\` to take them away, or \`add ${amount}\` to give them.`,
  why: 'Two minus signs make a plus. Point tables often list penalties with their sign, and `subtract` already is one.',
  fixes: ({ amount, action }) => [
    fix(`Write \`subtract ${amount}\``, { span: action, text: `subtract ${amount}` }),
    fix(`Write \`add ${amount}\``, { span: action, text: `add ${amount}` }),
  ],
  bad: 'when student subtract -10',
  good: 'when student subtract 10',
})
