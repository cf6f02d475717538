import { defineDiagnostic } from '../diagnostic.ts'

export interface StatementInBlock {
  readonly word: string
  readonly block: string
}

export const statementInBlock = defineDiagnostic<StatementInBlock>({
  name: 'statement-in-block',
  severity: 'error',
  message: ({ word, block }) => `\`${word}\` cannot stand in ${block}: put it outside the braces.`,
  why: 'Scores and groups hold rules (`when`, `on`, `points`), `group` and `default`; tests hold `now`, `lead`, `event` and `expect`; leads, events, tables and grades hold rows. Everything else stands in the file itself.',
  bad: 'score fit {\n  segment big when employees > 500\n  when big add 5\n}',
  good: 'segment big when employees > 500\nscore fit {\n  when big add 5\n}',
})
