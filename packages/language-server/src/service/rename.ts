/**
 * Gives another name to what is named at a place, everywhere. The law: afterwards each name still stands for what it stood
 * for, models score every lead as they did, and nothing is wrong that was not; what cannot be renamed so is refused.
 */
import { type Span, textOf, writtenText } from '@merit-lang/language'
import {
  type Entity,
  type EntityKind,
  keyOf,
  type Occurrence,
  occurrencesAt,
  occurrencesEverywhere,
  occurrencesIn,
  projectsWith,
} from './occurrences.ts'
import { hasKeys, keepKeys } from './rename/keys.ts'
import { meantBy, mistakeIn, type Style, spelled } from './rename/spelling.ts'
import { changed, harmOf } from './trial.ts'
import type { Place, Project, TextEdit, Workspace } from './workspace.ts'

export interface Refusal {
  /** Why, in a sentence. */
  readonly refused: string
}
export interface Renamable {
  readonly span: Span
  /** To begin with: the name without backticks and quotes. */
  readonly name: string
}
export interface Renamed {
  readonly edits: readonly TextEdit[]
}

/** Nothing where nothing is named. */
export function renamableAt(place: Place): Renamable | Refusal | undefined {
  const here = occurrencesAt(place)[0]
  if (!here) return undefined
  const refused = reasonAgainst(place)
  return refused === undefined ? { span: here.span, name: lastPart(here.entity) } : { refused }
}

/** The new name as it is, or as it is written, in backticks or quotes. */
export function rename(place: Place, given: string): Renamed | Refusal | undefined {
  const here = occurrencesAt(place)[0]
  if (!here) return undefined
  const refused = reasonAgainst(place) ?? mistakeIn(given, here.entity)
  if (refused !== undefined) return { refused }
  const name = meantBy(given, here.entity)
  if (name === lastPart(here.entity)) return { edits: [] }
  const plain = attempt(place, name, 'plain')
  if ('edits' in plain) return plain
  const careful = attempt(place, name, 'careful')
  return 'edits' in careful ? careful : plain
}

function lastPart({ kind, name }: Entity): string {
  const nests = kind === 'attribute' || kind === 'property' || kind === 'record'
  return nests ? name.slice(name.lastIndexOf('.') + 1) : name
}

// ---------------------------------------------------------------- what cannot be renamed

function reasonAgainst(place: Place): string | undefined {
  const entities = namedTogether(place)
  const all = occurrencesEverywhere(place.workspace, place.project, entities)
  const implied = all.find(({ role }) => role === 'implied')
  if (implied) return withoutName[implied.entity.kind as keyof typeof withoutName]
  const declared = new Set(all.filter(({ role }) => role === 'declaration').map(({ entity }) => keyOf(entity)))
  const missing = entities.find(one => !declared.has(keyOf(one)) && undeclared[one.kind] !== undefined)
  return missing && undeclared[missing.kind]
}

const withoutName = {
  stage: 'This stage has no name of its own. Write one right behind `qualify`.',
  rule: 'This rule goes by its text. Give it a name first: `as "…"`.',
  reason: 'This reason is the condition itself. Write one behind `disqualify` first.',
} satisfies { readonly [K in EntityKind]?: string }

/** Why it has no name to change where it is declared nowhere; nothing where it is known by its uses alone. */
const undeclared: { readonly [K in EntityKind]: string | undefined } = {
  attribute: undefined,
  record: undefined,
  event: undefined,
  property: undefined,
  value: undefined,
  list: 'This list comes with the language.',
  score: '`total` is the score of the rules outside any block. Put them into a block to name it otherwise.',
  label: 'This label is joined of those of other grades. Rename those.',
  derived: 'It is declared nowhere.',
  let: 'It is declared nowhere.',
  segment: 'It is declared nowhere.',
  group: 'It is declared nowhere.',
  grade: 'It is declared nowhere.',
  stage: 'It is declared nowhere.',
  rule: 'There is no rule of this name.',
  reason: 'There is no such reason.',
  test: 'It is declared nowhere.',
}

// ---------------------------------------------------------------- renaming

/** What stands at the place, and whatever shares a name with it: properties that one name reads of several events. */
function namedTogether(place: Place): readonly Entity[] {
  const found = new Map(occurrencesAt(place).map(({ entity }) => [keyOf(entity), entity]))
  for (const entity of found.values()) {
    for (const project of projectsWith(place.workspace, place.project, [entity])) {
      for (const other of sharingWith(project, entity)) if (!found.has(keyOf(other))) found.set(keyOf(other), other)
    }
  }
  return [...found.values()]
}

function sharingWith(project: Project, entity: Entity): readonly Entity[] {
  const key = keyOf(entity)
  const all = occurrencesIn(project)
  const spans = new Set(all.filter(one => keyOf(one.entity) === key).map(({ span }) => placeKey(span)))
  return all.filter(({ span }) => spans.has(placeKey(span))).map(one => one.entity)
}

const placeKey = ({ source, start }: Span) => `${start} ${source.path}`

function attempt(place: Place, name: string, style: Style): Renamed | Refusal {
  const { workspace, project } = place
  const entities = namedTogether(place)
  const projects = projectsWith(workspace, project, entities)
  const edits = editsOf(workspace, project, entities, name, style)
  const all = [...edits, ...projects.flatMap(one => followTexts(one, changed(workspace, one, edits)))]
  for (const one of projects) {
    const refused = harmOf(one, changed(workspace, one, all))
    if (refused !== undefined) return { refused }
  }
  return { edits: once(all) }
}

function editsOf(
  workspace: Workspace,
  project: Project,
  entities: readonly Entity[],
  name: string,
  style: Style,
): readonly TextEdit[] {
  const occurrences = occurrencesEverywhere(workspace, project, entities)
  return occurrences.flatMap(one => [
    { span: one.span, text: spelled(name, one.entity, one.span, style) },
    ...(hasKeys(one) ? keepKeys(workspace.projectsOf(one.span.source.path)[0] ?? project, one, name) : []),
  ])
}

/** Rules and reasons that go by their text have another one now: tests that name them follow. */
function followTexts(before: Project, after: Project): readonly TextEdit[] {
  const all = occurrencesIn(before)
  const now = occurrencesIn(after).filter(isImplied)
  return all.filter(isImplied).flatMap(({ entity }, i) => {
    const name = now[i]?.entity.name ?? entity.name
    if (name === entity.name) return []
    const uses = all.filter(one => one.role === 'use' && keyOf(one.entity) === keyOf(entity))
    return uses
      .filter(({ span }) => textOf(span).startsWith('"'))
      .map(({ span }) => ({ span, text: writtenText(name) }))
  })
}

const isImplied = ({ role }: Occurrence) => role === 'implied'

/** A file that several models share is edited once. */
function once(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...new Map(edits.map(edit => [`${edit.span.end} ${placeKey(edit.span)}`, edit])).values()]
}
