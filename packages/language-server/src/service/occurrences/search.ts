/** What is known and found while a model is searched for names. */
import type { Ast, EventSymbol, LetSymbol, ListSymbol, Span, Understood } from '@merit-lang/language'
import { type Entity, type EntityKind, keyOf } from './entities.ts'

export interface Occurrence {
  readonly entity: Entity
  readonly span: Span
  /**
   * `implied` is a declaration that does not write the name: `qualify at 50` declares the stage `qualified`, and a rule
   * without a label goes by its text. Its span is the first word.
   */
  readonly role: 'declaration' | 'use' | 'implied'
}

export interface Search {
  readonly understood: Understood
  readonly found: Occurrence[]
  /** One object for each entity. */
  readonly entities: Map<string, Entity>
  /** The entities whose values a named list or value was already found to hold. */
  readonly lent: Map<ListSymbol | LetSymbol, Set<Entity>>
  /** Some test names a rule, so that rules without a label have a name to be known by. */
  readonly rulesAreNamed: boolean
}

/** The types of the event at hand, to which names of properties belong. */
export type Events = readonly EventSymbol[]

export function entity(cx: Search, kind: EntityKind, name: string, owner?: Entity): Entity {
  const made = { kind, name, ...(owner && { owner }) }
  const key = keyOf(made)
  const known = cx.entities.get(key)
  if (known) return known
  cx.entities.set(key, made)
  return made
}

/** A name that is missing declares nothing. */
export function declare(cx: Search, one: Entity, span: Span): void {
  if (span.end > span.start) cx.found.push({ entity: one, span, role: 'declaration' })
}

export function use(cx: Search, one: Entity, span: Span): void {
  cx.found.push({ entity: one, span, role: 'use' })
}

/** At the first word of a statement. */
export function imply(cx: Search, one: Entity, { source, start }: Span): void {
  const [word = ''] = /^\p{L}*/u.exec(source.text.slice(start, start + 20)) ?? []
  cx.found.push({ entity: one, span: { source, start, end: start + word.length }, role: 'implied' })
}

/** The events that a pattern's name stands for; none for a date. */
export function eventsOf(cx: Search, name: Ast.Ident): Events {
  const meaning = cx.understood.meanings.get(name)
  if (meaning?.kind === 'event') return [meaning]
  return meaning?.kind === 'derived' ? meaning.types : []
}
