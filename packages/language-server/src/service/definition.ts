/** Where what is named at a place is declared, and where what it is one of is. */
import { importedPath, type Span } from '@merit-lang/language'
import { innermost, nodesAt } from './nodes.ts'
import { type Entity, type EntityKind, type Occurrence, occurrencesAt, occurrencesOf } from './occurrences.ts'
import { type Place, type Project, treeAt } from './workspace.ts'

export interface Link {
  /** What leads there. */
  readonly from: Span
  readonly to: Span
}

/** The file where the place is in the path of an import. Nothing for what the language brings. */
export function definitionsAt(place: Place): readonly Link[] {
  const imported = importAt(place)
  return imported ? [imported] : linksAt(place, declarationsOf)
}

/** Of an attribute or property its type, of a value or label what it is a value of, of derived events those of the data. */
export function typeDefinitionsAt(place: Place): readonly Link[] {
  return linksAt(place, (project, entity) => (types[entity.kind] as Find)(project, entity))
}

type Find = (project: Project, entity: Entity) => readonly Span[]

function linksAt(place: Place, find: Find): readonly Link[] {
  return occurrencesAt(place).flatMap(({ entity, span: from }) => find(place.project, entity).map(to => ({ from, to })))
}

function importAt(place: Place): Link | undefined {
  const tree = treeAt(place)
  const statement = tree && innermost(nodesAt(tree, place.offset), 'import')
  if (statement?.path.kind !== 'text') return undefined
  const source = place.workspace.parsed(importedPath(place.source.path, statement.path.value))?.source
  return source && { from: statement.path.span, to: { source, start: 0, end: 0 } }
}

/** Several for a stage of several lines. */
export function declarationsOf(project: Project, entity: Entity): readonly Span[] {
  const declared = occurrencesOf(project, entity).filter(({ role }) => role !== 'use')
  return declared.length > 0 ? declared.map(({ span }) => span) : undeclared[entity.kind](project, entity)
}

const nothing: Find = () => []
/** What is not declared begins to be known where it is first used. */
const firstUse: Find = (project, entity) => spansOf(occurrencesOf(project, entity).slice(0, 1))
const owner: Find = (project, entity) => (entity.owner ? declarationsOf(project, entity.owner) : [])

const undeclared = {
  attribute: firstUse,
  record: firstUse,
  event: firstUse,
  derived: nothing,
  property: firstUse,
  list: nothing,
  let: nothing,
  segment: nothing,
  /** The rules outside any block. */
  score: ({ checked }, { name }) => checked.understood.scores.filter(one => one.name === name).map(({ span }) => span),
  group: nothing,
  grade: nothing,
  /** Joined of the labels of other grades. */
  label: owner,
  stage: nothing,
  value: firstUse,
  rule: nothing,
  reason: nothing,
  test: nothing,
} satisfies { [K in EntityKind]: Find }

const types = {
  attribute: typeOfField,
  record: nothing,
  event: nothing,
  derived: ({ checked }, { name }) =>
    checked.understood.derived
      .filter(one => one.name === name)
      .flatMap(({ types: events }) => events.map(({ span }) => span)),
  property: typeOfField,
  list: nothing,
  let: nothing,
  segment: nothing,
  score: nothing,
  group: nothing,
  grade: nothing,
  label: owner,
  stage: nothing,
  value: owner,
  rule: nothing,
  reason: nothing,
  test: nothing,
} satisfies { [K in EntityKind]: Find }

function typeOfField(project: Project, entity: Entity): readonly Span[] {
  const declared = occurrencesOf(project, entity).filter(({ role }) => role === 'declaration')
  return declared.flatMap(({ span }) => {
    const file = project.checked.understood.files.find(({ source }) => source === span.source)
    const type = file && innermost(nodesAt(file.ast, span.start), 'field')?.type
    return type ? [type.span] : []
  })
}

const spansOf = (occurrences: readonly Occurrence[]) => occurrences.map(({ span }) => span)
