import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface BoundNeverBinds {
  readonly bound: 'cap' | 'floor'
  /** As written: `cap 100`. */
  readonly written: string
  readonly name: string
  /** How far it comes without the bound, in points. */
  readonly furthest: number
}

export const boundNeverBinds = defineDiagnostic<BoundNeverBinds>({
  name: 'bound-never-binds',
  severity: 'hint',
  message: ({ bound, written, name, furthest }) =>
    `\`${written}\` never matters: \`${name}\` never goes ${bound === 'cap' ? 'above' : 'below'} ${furthest} without it. Take it out, or bring it nearer.`,
  why: 'A cap or floor says how far a score or group may go. Its rules cannot take any lead beyond this one, so that it changes nothing; perhaps it was meant for other points than those that are there now.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'lead { industry: one of [SaaS, Retail]  employees: integer 0.. }\nscore fit cap 100 {\n  when industry = SaaS add 30\n  when employees >= 50 add 20\n}\nqualify at 40 of fit',
  good: 'lead { industry: one of [SaaS, Retail]  employees: integer 0.. }\nscore fit cap 40 {\n  when industry = SaaS add 30\n  when employees >= 50 add 20\n}\nqualify at 40 of fit',
})
