/** A model's history for a terminal. */
import type { Screen } from '../../terminal.ts'
import { changeLines } from '../changes/pretty.ts'
import { onOneLine, painter, shorten } from '../paint.ts'
import {
  type ChangelogAccount,
  cutOffText,
  dayOf,
  type LoggedStep,
  remarkOf,
  revisionsOf,
  shortCommit,
  summaryOf,
} from './account.ts'

export function renderChangelog(account: ChangelogAccount, screen: Screen): string {
  const { steps, model, cutOff } = account
  const paint = painter(screen.color)
  const end = [summaryOf(account), ...(cutOff ? [paint.warn(cutOffText)] : [])].join('\n')
  return [paint.bold(onOneLine(model)), ...steps.map(step => stepText(step, account, screen)), end].join('\n\n')
}

function stepText(step: LoggedStep, account: ChangelogAccount, { color, width }: Screen): string {
  const paint = painter(color)
  const { commit, path, after, changes } = step
  const remark = remarkOf(step, account)
  const colour = after.kind === 'broken' ? paint.bad : paint.dim
  return [
    ...(commit ? [shorten(onOneLine(commit.subject), width)] : []),
    paint.dim(
      [dayOf(step), commit?.author, commit && shortCommit(commit.commit)]
        .filter(Boolean)
        .map(text => onOneLine(text ?? ''))
        .join('  '),
    ),
    paint.dim(`revision ${revisionsOf(step)}${path === account.path ? '' : `, as ${path}`}`),
    ...(remark === undefined ? [] : [`  ${colour(shorten(onOneLine(remark), width - 2))}`]),
    ...changeLines(changes, { paint, width }),
  ]
    .map((line, i) => (i === 0 ? paint.bold(line) : line))
    .join('\n')
}
