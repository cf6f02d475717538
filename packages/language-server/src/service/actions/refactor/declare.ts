/** Declarations of the lead and of the events out of how the model uses them. */
import { type Ast, type EventSymbol, writtenName } from '@merit-lang/language'
import { type EntityKind, occurrencesAt } from '../../occurrences.ts'
import { insert, startWithComments } from '../edits.ts'
import type { Refactoring, Selection } from '../selection.ts'
import { fieldLines, writtenType } from './types.ts'

/** At the name of an attribute, where no attribute is declared. */
export const declareLead: Refactoring = at => {
  const { attributes } = at.project.checked.understood
  const open = attributes.length > 0 && attributes.every(({ declared }) => !declared)
  if (!open || !isAt(at, 'attribute', 'record')) return []
  return [{ title: 'Declare the lead from its use', kind: 'refactor.extract', edits: () => declared(at, leadOf(at)) }]
}

function leadOf(at: Selection): string {
  const { attributes } = at.project.checked.understood
  const fields = attributes.map(one => ({ path: one.name.split('.'), type: writtenType(at.project, one) }))
  return `lead {\n${fieldLines(fields, '  ').join('\n')}\n}`
}

/** At the name of an event or property, where no event is declared. */
export const declareEvents: Refactoring = at => {
  const { events } = at.project.checked.understood
  const open = events.length > 0 && events.every(one => !one.declared)
  if (!open || !isAt(at, 'event', 'property')) return []
  const edits = () => declared(at, events.map(one => eventOf(at, one)).join('\n'))
  return [{ title: 'Declare the events from their use', kind: 'refactor.extract', edits }]
}

/** The property that bare values are compared with comes first. */
function eventOf(at: Selection, { name, properties }: EventSymbol): string {
  const [first, rest] = [properties.filter(isSubject), properties.filter(one => !isSubject(one))]
  const written = [...first, ...rest].map(
    one => `${writtenName(one.name)}: ${writtenType(at.project, one, { kind: 'event', name })}`,
  )
  return `event ${writtenName(name)}${written.length > 0 ? ` { ${written.join('  ')} }` : ''}`
}

const isSubject = ({ name }: { readonly name: string }) => name === 'subject'

function isAt(at: Selection, ...kinds: readonly EntityKind[]): boolean {
  return occurrencesAt({ ...at, offset: at.start }).some(({ entity }) => kinds.includes(entity.kind))
}

const before: ReadonlySet<Ast.Statement['kind']> = new Set(['model', 'timezone', 'import', 'lead', 'event'])

/** Below what a file begins with, with empty lines around. */
function declared({ source, file, comments }: Selection, text: string) {
  const first = file.statements.find(({ kind }) => !before.has(kind)) ?? file
  return [insert(source, startWithComments(comments, first), `${text}\n\n`)]
}
