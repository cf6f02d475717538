/** What a diff has against a change, as findings: gates that are exceeded, and models that could not be compared. */
import { type Finding, type Findings, plainFinding } from '../findings/finding.ts'
import { type DiffAccount, exceededIn, type ModelDiff, pathOf, summaryOf } from './account.ts'

/** @param data files of leads and events */
export function findingsOfDiff(account: DiffAccount, data: readonly string[]): Findings {
  const gates = exceededIn(account).map(({ gate, of = '', message, path }) =>
    plainFinding({
      ...{ name: 'gate-exceeded', severity: 'error', path },
      message: `${message}.`,
      subject: `${gate} ${of}`.trim(),
    }),
  )
  return {
    command: 'diff',
    files: [...account.models.map(pathOf), ...data],
    findings: [...account.models.flatMap(unread), ...gates],
    summary: summaryOf(account),
  }
}

function unread(model: ModelDiff): readonly Finding[] {
  if (model.kind !== 'unread') return []
  const [path, message] = [pathOf(model), `Not compared: ${model.why}`]
  return [plainFinding({ name: 'unread-file', severity: 'error', path, message, subject: path })]
}
