import { defineDiagnostic } from '../diagnostic.ts'

export interface NotReadHere {
  readonly name: string
  readonly kind: string
  readonly place: string
}

export const notReadHere = defineDiagnostic<NotReadHere>({
  name: 'not-read-here',
  severity: 'error',
  message: ({ name, kind, place }) =>
    `The ${kind === 'derived' ? 'event' : kind} \`${name}\` cannot be read in ${place}.`,
  why: 'Rules, `let` and segments read the lead and its events, and scores come from them. A score made of other scores reads scores and attributes, a grade reads scores, the lead and events, `disqualify` grades too, and `qualify` other stages as well. So nothing ever depends on itself.',
  bad: 'score fit {\n  when industry = SaaS add 30\n}\nscore engagement {\n  on visit add 5\n  when fit > 20 add 10\n}',
  good: 'score fit {\n  when industry = SaaS add 30\n}\nscore engagement {\n  on visit add 5\n}\nscore total = fit + engagement',
})
