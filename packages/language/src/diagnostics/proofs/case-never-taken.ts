import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface CaseNeverTaken {
  readonly case: string
  /** Its own condition is impossible; or the cases before it take all that it would; as they do of an `else`. */
  readonly why: 'impossible' | 'taken' | 'else'
}

const messages = {
  impossible: written =>
    `Nothing ever meets \`${written}\`, so that its points are never given. Correct it, or take it out.`,
  taken: written =>
    `Whatever meets \`${written}\` meets a case before it, so that its points are never given. Move it up, or take it out.`,
  else: () =>
    'The cases before `else` leave nothing for it, so that its points are never given. Take it out, or narrow a case.',
} satisfies { [W in CaseNeverTaken['why']]: (written: string) => string }

export const caseNeverTaken = defineDiagnostic<CaseNeverTaken>({
  name: 'case-never-taken',
  severity: 'warning',
  message: ({ case: written, why }) => messages[why](written),
  why: 'The first case of a table that holds gives the points. Where wide conditions stand before narrow ones, the narrow ones are never reached: put those that ask for more first.',
  fixes: (_, span) => [takeOut(span, ',')],
  bad: 'points first {\n  title contains "director": 10\n  title contains "managing director": 20\n  else: 0\n}',
  good: 'points first {\n  title contains "managing director": 20\n  title contains "director": 10\n  else: 0\n}',
})
