/** A comparison as a page: for a pull request. */
import { type Compared, isAlike } from '@merit-lang/analysis'
import { plain, table } from '../markdown.ts'
import { type Account, evidenceOf, relationOf, verdictOf } from './account.ts'

export function comparisonAsMarkdown(account: Account): string {
  const { comparison, paths } = account
  const rows = comparison.outcomes.map(one => [`${one.kind} ${plain(one.name)}`, plain(relationOf(one, paths))])
  const sections = comparison.outcomes.filter(one => !isAlike(one)).map(one => section(one, account))
  return [
    `## ${plain(paths[0])} → ${plain(paths[1])}`,
    verdictOf(account),
    table(['outcome', 'for all leads'], rows),
    ...sections.filter(Boolean),
  ].join('\n\n')
}

function section(one: Compared, account: Account): string {
  const evidence = evidenceOf(one, account).map(({ way, text, test }) =>
    [
      `- **${way}**: ${plain(text)}`,
      ...(test
        ? [
            '',
            '  ```merit',
            ...test
              .trimEnd()
              .split('\n')
              .map(line => `  ${line}`),
            '  ```',
          ]
        : []),
    ].join('\n'),
  )
  return evidence.length > 0 ? [`### ${one.kind} ${plain(one.name)}`, evidence.join('\n')].join('\n\n') : ''
}
