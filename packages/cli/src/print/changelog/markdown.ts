/** A model's history as a page. */
import { type Change, marks, partsOf, subjectText } from '@merit-lang/insight'
import { code, plain } from '../markdown.ts'
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

export function changelogAsMarkdown(account: ChangelogAccount): string {
  const { model, steps, cutOff } = account
  const end = [summaryOf(account), ...(cutOff ? [cutOffText] : [])]
  return [`# ${plain(model)}`, ...steps.map(step => sectionOf(step, account)), ...end].join('\n\n')
}

function sectionOf(step: LoggedStep, account: ChangelogAccount): string {
  const { commit, changes } = step
  const title = [dayOf(step), commit?.subject].filter(text => text !== undefined).join(': ')
  const by = commit ? ` in \`${shortCommit(commit.commit)}\` by ${plain(commit.author)}` : ''
  const remark = remarkOf(step, account)
  const list = [...(remark === undefined ? [] : [`- ${plain(remark)}`]), ...changes.map(bullet)].join('\n')
  return [`## ${plain(title)}`, `Revision ${revisionsOf(step)}${by}`, list].join('\n\n')
}

type Sides = Pick<ReturnType<typeof partsOf>[number], 'before' | 'after'>

/** Of what was added or removed there is one. */
function sidesOf({ kind }: Change, { before, after }: Sides): string {
  const [was, is] = [before, after].map(text => (text === undefined ? '–' : code(text)))
  return { added: `${is}`, removed: `${was}`, changed: `${was} → ${is}` }[kind]
}

function bullet(change: Change): string {
  const parts = partsOf(change).map(
    ({ what, ...sides }) => `  - ${what === '' ? '' : `${what}: `}${sidesOf(change, sides)}`,
  )
  return [`- ${marks[change.kind]} ${plain(subjectText(change))}`, ...parts].join('\n')
}
