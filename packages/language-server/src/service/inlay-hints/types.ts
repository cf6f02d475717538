import { writtenType } from '../actions/refactor/types.ts'
import type { Hints } from './hint.ts'

/** The type of an attribute that is not declared, where it stands first. */
export const types: Hints = ({ project, source, start, end }) => {
  const undeclared = project.checked.understood.attributes.filter(one => !one.declared && one.span.source === source)
  return undeclared
    .filter(({ type, span }) => type.kind !== 'broken' && start <= span.end && span.end <= end)
    .map(one => ({
      at: one.span.end,
      text: `: ${writtenType(project, one)}`,
      kind: 'type',
      why: `\`${one.name}\` is not declared: its type follows from how it is used.`,
    }))
}
