/** A diff in lines: each change, each stage that leads enter or leave, then what is found. */
import { type Change, marks, partsOf, subjectText } from '@merit-lang/insight'
import { findingsInLines, onOneLine, placeText } from '../findings/compact.ts'
import type { Findings, Place } from '../findings/finding.ts'
import { counted } from '../numbers.ts'
import { aloneText, type DiffAccount, type ModelDiff, type ModelDiffOf, pathOf } from './account.ts'
import { membershipsOf, unknownText } from './words.ts'

export function diffInLines(account: DiffAccount, findings: Findings): string {
  const notes = account.models.flatMap(model => notesOf(model, account))
  return [...notes, findingsInLines(findings)].filter(part => part !== '').join('\n')
}

const notesBy = {
  added: model => [note({ path: pathOf(model) }, aloneText(model))],
  removed: model => [note({ path: pathOf(model) }, aloneText(model))],
  unread: () => [],
  compared: (model, account) => [
    ...model.changes.entries.map(change => note(placeOf(change, model), changeText(change))),
    ...passages(model, account),
  ],
} satisfies { [K in ModelDiff['kind']]: (model: ModelDiffOf<K>, account: DiffAccount) => readonly string[] }

function notesOf(model: ModelDiff, account: DiffAccount): readonly string[] {
  return (notesBy[model.kind] as (model: ModelDiff, account: DiffAccount) => readonly string[])(model, account)
}

const note = (place: Place, text: string) => `${placeText(place)}: note: ${onOneLine(text)}`

/** Where it stands now; of what was removed the beginning of the file. */
function placeOf({ after }: Change, model: ModelDiff): Place {
  const path = pathOf(model)
  if (!after || after.path !== path) return { path }
  return { path, start: { line: after.line, column: after.column } }
}

function changeText(change: Change): string {
  const parts = partsOf(change).map(({ what, before, after }) => {
    const sides = [before, after].filter(side => side !== undefined).join(' → ')
    return what === '' ? sides : `${what} ${sides}`
  })
  const about = `${marks[change.kind]} ${subjectText(change)}`
  return parts.length > 0 ? `${about}: ${parts.join('; ')}` : about
}

function passages(model: ModelDiffOf<'compared'>, { leads }: DiffAccount): readonly string[] {
  const { impact } = model
  if (!impact || !leads) return []
  const at = { path: pathOf(model) }
  const unknown = unknownText(impact)
  const moved = membershipsOf(impact).flatMap(({ name, entering, leaving }) => [
    ...(entering.length > 0 ? [`${counted(entering.length, 'lead enters', 'leads enter')} ${name}`] : []),
    ...(leaving.length > 0 ? [`${counted(leaving.length, 'lead leaves', 'leads leave')} ${name}`] : []),
  ])
  return [...(unknown === undefined ? [] : [unknown]), ...moved].map(text => note(at, `${leads.file}: ${text}`))
}
