import { defineDiagnostic } from '../diagnostic.ts'
import { after, fix } from './edits.ts'

export interface SinceWithoutAny {
  /** As written after `any`. */
  readonly pattern: string
  /** As written after `since last`. */
  readonly since: string
}

export const sinceWithoutAny = defineDiagnostic<SinceWithoutAny>({
  name: 'since-without-any',
  severity: 'hint',
  message: ({ since }) =>
    `Where there never was a \`${since}\`, \`since last ${since}\` leaves every event in, so this holds for those leads too. Add \`and any ${since}\` to ask for one.`,
  why: '`since last` keeps what is not earlier than the latest such event, and everything if there was none. Often only leads for whom it happened are meant.',
  fixes: ({ since }, span) => [fix(`Add \`and any ${since}\``, after(span, ` and any ${since}`))],
  bad: 'when any visit since last purchase add 10',
  good: 'when any visit since last purchase and any purchase add 10',
})
