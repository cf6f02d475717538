/** A comparison as a page: for a pull request. */
import { type Compared, isAlike } from '@merit-lang/analysis'
import { type Account, evidenceOf, relationOf, verdictOf } from './account.ts'

export function comparisonAsMarkdown(account: Account): string {
  const { comparison, paths } = account
  const rows = comparison.outcomes.map(one => `| ${one.kind} ${cell(one.name)} | ${cell(relationOf(one, paths))} |`)
  const sections = comparison.outcomes.filter(one => !isAlike(one)).map(one => section(one, account))
  return [
    `## ${cell(paths[0])} → ${cell(paths[1])}`,
    verdictOf(account),
    ['| outcome | for all leads |', '| --- | --- |', ...rows].join('\n'),
    ...sections.filter(Boolean),
  ].join('\n\n')
}

function section(one: Compared, account: Account): string {
  const evidence = evidenceOf(one, account).map(({ way, text, test }) =>
    [
      `- **${way}**: ${cell(text)}`,
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
  return evidence.length > 0 ? [`### ${one.kind} ${cell(one.name)}`, evidence.join('\n')].join('\n\n') : ''
}

const cell = (text: string) => text.replace(/[\\|*_`<]/g, '\\$&').replace(/\s+/g, ' ')
