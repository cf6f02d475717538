import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface DurationNeeded {
  readonly written: string
  readonly suggestion: string | undefined
}

export const durationNeeded = defineDiagnostic<DurationNeeded>({
  name: 'duration-needed',
  severity: 'error',
  message: ({ written, suggestion }) =>
    `A length of time has a unit.${suggestion ? ` Write \`${suggestion}\` if days are meant.` : ` \`${written}\` is none: write it like \`30min\`, \`12h\` or \`30d\`.`}`,
  why: 'Times are written as a number and a unit right after it: `10s`, `30min`, `12h`, `30d`, `2w`.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'on download within 30 add 20',
  good: 'on download within 30d add 20',
})
