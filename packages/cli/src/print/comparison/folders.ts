/** Comparisons of all the models of two folders: each as it is printed alone, and the models that only one of them has. */
import type { Screen } from '../../terminal.ts'
import { type Findings, plainFinding } from '../findings/finding.ts'
import { counted } from '../numbers.ts'
import { type Account, comparisonAsData } from './account.ts'
import { findingsOfComparison } from './findings.ts'
import { comparisonAsMarkdown } from './markdown.ts'
import { renderComparison } from './pretty.ts'

export interface FoldersAccount {
  readonly folders: readonly [before: string, after: string]
  readonly accounts: readonly Account[]
  /** Models that the other place does not have, by their labels. */
  readonly onlyIn: { readonly before: readonly string[]; readonly after: readonly string[] }
}

export function foldersAlike({ accounts, onlyIn }: FoldersAccount): boolean {
  return [...onlyIn.before, ...onlyIn.after].length === 0 && accounts.every(({ comparison }) => comparison.alike)
}

export function renderFolders(all: FoldersAccount, screen: Screen): string {
  const lone = lonely(all).map(({ path, missing }) => `${path} has no partner in ${missing}.`)
  return [...all.accounts.map(account => renderComparison(account, screen)), [...lone, verdictOf(all)].join('\n')].join(
    '\n\n',
  )
}

export function foldersAsMarkdown(all: FoldersAccount): string {
  const lone = lonely(all).map(({ path, missing }) => `- \`${path}\` has no partner in \`${missing}\`.`)
  const parts = [...all.accounts.map(comparisonAsMarkdown), lone.join('\n'), verdictOf(all)]
  return parts.filter(Boolean).join('\n\n')
}

export function foldersAsData(all: FoldersAccount) {
  return { alike: foldersAlike(all), onlyIn: all.onlyIn, models: all.accounts.map(comparisonAsData) }
}

export function findingsOfFolders(all: FoldersAccount): Findings {
  const each = all.accounts.map(findingsOfComparison)
  const lone = lonely(all).map(({ path, missing }) =>
    plainFinding({
      ...{ name: 'not-alike', severity: 'error', path, subject: path },
      message: `There is no such model in ${missing}.`,
    }),
  )
  const files = [...each.flatMap(one => one.files), ...lone.map(({ path }) => path)]
  return {
    command: 'compare',
    files,
    findings: [...each.flatMap(one => one.findings), ...lone],
    summary: verdictOf(all),
  }
}

function lonely({ folders: [before, after], onlyIn }: FoldersAccount) {
  return [
    ...onlyIn.before.map(path => ({ path, missing: after })),
    ...onlyIn.after.map(path => ({ path, missing: before })),
  ]
}

function verdictOf(all: FoldersAccount): string {
  const { accounts } = all
  const alike = accounts.filter(({ comparison }) => comparison.alike).length
  const lone = lonely(all).length
  return [
    `${counted(alike, 'model scores', 'models score')} all leads alike`,
    ...(alike < accounts.length ? [`${accounts.length - alike} not proved to`] : []),
    ...(lone > 0 ? [`${lone} without partner`] : []),
  ].join(', ')
}
