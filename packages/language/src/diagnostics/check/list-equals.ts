import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ListEquals {
  readonly name: string
  readonly fix: string
  /** As a case of a table, where the condition belongs into a table of conditions. */
  readonly asCase?: boolean
}

export const listEquals = defineDiagnostic<ListEquals>({
  name: 'list-equals',
  severity: 'error',
  message: ({ name, fix, asCase }) =>
    `\`${name}\` is a list and has several values at once. Write \`${asCase ? `points first { ${fix}: … }` : fix}\`.`,
  why: 'A list attribute is asked for what is in it, with `contains`, `contains any of […]` or `contains all of […]`.',
  fixes: ({ fix, asCase }, span) => (asCase ? [] : [replaceWith(span, fix)]),
  safe: true,
  bad: 'lead { interests: list of [pricing, api, security] }\nwhen interests = pricing add 10',
  good: 'lead { interests: list of [pricing, api, security] }\nwhen interests contains pricing add 10',
})
