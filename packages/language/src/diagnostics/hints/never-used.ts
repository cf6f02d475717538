import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'
import { fix } from './edits.ts'

export interface NeverUsed {
  /** `let`, `list`, `segment`, `event`. */
  readonly what: string
  readonly name: string
  /** The whole declaration. */
  readonly declaration: Span
}

export const neverUsed = defineDiagnostic<NeverUsed>({
  name: 'never-used',
  severity: 'hint',
  message: ({ what, name }) => `Nothing uses the ${what} \`${name}\`. Use it or take it out.`,
  why: 'A name that nothing uses gives no points. Often a rule was meant to use it and uses something else.',
  fixes: ({ name, declaration }) => [fix(`Take out \`${name}\``, { span: declaration, text: '' })],
  bad: 'list rivals = ["rival.com"]\nwhen domain(email) = "rival.example" subtract 50',
  good: 'list rivals = ["rival.com"]\nwhen domain(email) in rivals subtract 50',
})
