/** A comparison for a terminal. */
import { type Compared, isAlike } from '@merit-lang/analysis'
import type { Screen } from '../../terminal.ts'
import { type Paint, padEnd, painter } from '../paint.ts'
import { type Account, evidenceOf, relationOf, verdictOf } from './account.ts'

export function renderComparison(account: Account, { color }: Screen): string {
  const paint = painter(color)
  const { comparison, paths } = account
  const titles = comparison.outcomes.map(({ kind, name }) => `${kind} ${name}`)
  const width = Math.max(0, ...titles.map(title => title.length))
  const lines = comparison.outcomes.flatMap((one, i) => [
    `  ${mark(one, paint)} ${padEnd(titles[i] as string, width)}  ${relation(one, account, paint)}`,
    ...evidenceLines(one, account, paint),
  ])
  const verdict = verdictOf(account)
  return [
    `${paint.bold(paths[0])} → ${paint.bold(paths[1])}`,
    ...lines,
    '',
    comparison.alike ? paint.good(verdict) : paint.warn(verdict),
  ].join('\n')
}

function mark(one: Compared, paint: Paint): string {
  return isAlike(one) ? paint.good('=') : paint.warn('≠')
}

function relation(one: Compared, { paths }: Account, paint: Paint): string {
  const text = relationOf(one, paths)
  return isAlike(one) ? paint.dim(text) : text
}

function evidenceLines(one: Compared, account: Account, paint: Paint): readonly string[] {
  return evidenceOf(one, account).flatMap(({ way, text, test = '' }) => [
    `      ${paint.accent(way)}: ${text}`,
    ...test
      .split('\n')
      .filter(Boolean)
      .map(line => `        ${paint.dim(line)}`),
  ])
}
