/** A diff for a terminal. */

import { isAlike } from '@merit-lang/analysis'
import type { Screen } from '../../terminal.ts'
import { changeLines } from '../changes/pretty.ts'
import { evidenceOf, relationOf } from '../comparison/account.ts'
import { onOneLine, type Paint, padEnd, painter, shorten } from '../paint.ts'
import {
  aloneText,
  type ComparedModels,
  type DiffAccount,
  isSame,
  type ModelDiff,
  type ModelDiffOf,
  proofAccount,
  proofText,
  summaryOf,
  toldModels,
  type Version,
} from './account.ts'
import { impactLines } from './leads.ts'

/** What is printed, and with what. */
export interface Page extends Screen {
  readonly account: DiffAccount
  readonly paint: Paint
}

export function renderDiff(account: DiffAccount, screen: Screen): string {
  const page = { ...screen, account, paint: painter(screen.color) }
  const models = toldModels(account).map(model => [
    ...heading(model, page),
    ...body(model, page),
    ...gates(model, page),
  ])
  return [...models.map(lines => lines.join('\n')), summaryOf(account)].join('\n\n')
}

function heading(model: ModelDiff, { paint }: Page): readonly string[] {
  const { name } = model
  const before = model.kind === 'added' ? paint.dim('nothing') : versionText(model.before)
  const after = model.kind === 'removed' ? paint.dim('nothing') : versionText(model.after)
  return [paint.bold(name), `${before} → ${after}`, '']
}

const versionText = ({ label, revision }: Version) => (revision === undefined ? label : `${label} (${revision})`)

const bodies = {
  added: model => [`  ${aloneText(model)}`],
  removed: model => [`  ${aloneText(model)}`],
  unread: ({ why }, { paint }) => [`  ${paint.bad('Not compared:')} ${why}`],
  compared: (model, page) => [
    ...changed(model, page),
    ...(model.impact ? ['', ...impactLines(model.impact, page)] : []),
    ...proofLines(model, page),
  ],
} satisfies { [K in ModelDiff['kind']]: (model: ModelDiffOf<K>, page: Page) => readonly string[] }

function body(model: ModelDiff, page: Page): readonly string[] {
  return (bodies[model.kind] as (model: ModelDiff, page: Page) => readonly string[])(model, page)
}

function gates({ exceeded }: ModelDiff, { paint }: Page): readonly string[] {
  if (exceeded.length === 0) return []
  return ['', ...exceeded.map(({ gate, message }) => `  ${paint.bad('✗')} --${gate}: ${message}`)]
}

// ---------------------------------------------------------------- changes

function changed(model: ComparedModels, page: Page): readonly string[] {
  const { entries } = model.changes
  if (entries.length > 0) return changeLines(entries, page)
  return isSame(model) ? [`  ${page.paint.good('No change in meaning.')}`] : ['  No change that has a name.']
}

// ---------------------------------------------------------------- proof

function proofLines(model: ComparedModels, page: Page): readonly string[] {
  const { paint, width } = page
  const { proof } = model
  if (isSame(model)) return [`  ${proofText(model)}`]
  if (!('comparison' in proof)) return ['', `  ${paint.warn(proofText(model))}`]
  const account = proofAccount(model, proof.comparison)
  const { outcomes } = proof.comparison
  const column = Math.max(0, ...outcomes.map(({ kind, name }) => kind.length + name.length + 1))
  return [
    '',
    `  ${paint.bold('For all leads that there may be')}: ${proofText(model)}`,
    ...outcomes.flatMap(one => [
      `  ${isAlike(one) ? paint.good('=') : paint.warn('≠')} ${padEnd(`${one.kind} ${one.name}`, column)}  ${relationOf(one, account.paths)}`,
      ...evidenceOf(one, account).map(({ way, text }) =>
        paint.dim(`      ${shorten(`${way}: ${onOneLine(text)}`, width - 6)}`),
      ),
    ]),
  ]
}
