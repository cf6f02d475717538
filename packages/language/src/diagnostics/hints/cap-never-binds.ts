import { defineDiagnostic } from '../diagnostic.ts'
import { fix } from './edits.ts'

export interface CapNeverBinds {
  readonly cap: string
  readonly most: number
}

export const capNeverBinds = defineDiagnostic<CapNeverBinds>({
  name: 'cap-never-binds',
  severity: 'warning',
  message: ({ cap, most }) =>
    `\`${cap}\` never matters: this rule gives ${most} points at most. Take it out, or let more events count.`,
  why: '`cap` bounds what a rule adds up over all its events. Where a modifier such as `once` or `first` lets only a few events count, they may never reach it.',
  fixes: ({ cap }, span) => [fix(`Take out \`${cap}\``, { span, text: '' })],
  safe: true,
  bad: 'on download add 10 once cap 40',
  good: 'on download add 10 at most 5 times cap 40',
})
