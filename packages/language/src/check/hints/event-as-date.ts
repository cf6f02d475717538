/** Where nothing is declared, a name used as an event becomes a date of the lead as soon as a condition asks for its age. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { eventAsDate } from '../../diagnostics/hints/event-as-date.ts'
import { textOf } from '../../syntax/source.ts'
import type { CheckedModel } from '../model.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintEventAsDate: Hint = (model, report) => {
  let asEvents: ReadonlySet<unknown> | undefined
  for (const { value, relation, negated, span } of nodesOf(model, 'ageTest')) {
    const meaning = value.kind === 'name' ? model.meanings.get(value) : undefined
    if (meaning?.kind !== 'attribute' || meaning.declared || relation !== 'within' || negated) continue
    asEvents ??= attributesInPatterns(model)
    if (!asEvents.has(meaning)) continue
    report(diagnose(eventAsDate, span, { name: meaning.name, meant: `any ${textOf(span)}` }))
  }
}

/** Names in patterns are words of their own there, names of values are not. */
function attributesInPatterns({ meanings }: CheckedModel): ReadonlySet<unknown> {
  const found = new Set<unknown>()
  for (const [name, meaning] of meanings) if (name.kind === 'ident') found.add(meaning)
  return found
}
