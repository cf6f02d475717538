/** Every place at which something named is declared or used, in all files of a model, tests included. */
import type { Ast, SourceText, Understood } from '@merit-lang/language'
import { type Entity, keyOf } from './occurrences/entities.ts'
import type { Occurrence, Search } from './occurrences/search.ts'
import { visit } from './occurrences/visit.ts'
import type { Place, Project, Workspace } from './workspace.ts'

export { type Entity, type EntityKind, keyOf, nounOf } from './occurrences/entities.ts'
export type { Occurrence } from './occurrences/search.ts'

interface Known {
  readonly byFile: ReadonlyMap<SourceText, readonly Occurrence[]>
  /** By `keyOf`. */
  readonly byKey: ReadonlyMap<string, readonly Occurrence[]>
}

const known = new WeakMap<Understood, Known>()

const knownOf = ({ checked: { understood } }: Project): Known => knownIn(understood)

function knownIn(understood: Understood): Known {
  const found = known.get(understood) ?? searchAll(understood)
  known.set(understood, found)
  return found
}

function searchAll(understood: Understood): Known {
  const cx: Search = {
    understood,
    found: [],
    entities: new Map(),
    lent: new Map(),
    rulesAreNamed: understood.files.some(({ ast }) => ast.statements.some(namesRule)),
  }
  for (const { ast } of understood.files) visit(cx, ast)
  const inOrder = cx.found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const byFile = new Map<SourceText, Occurrence[]>(understood.files.map(({ source }) => [source, []]))
  const byEntity = new Map<Entity, Occurrence[]>([...cx.entities.values()].map(one => [one, []]))
  for (const { source } of understood.files) byFile.set(source, [])
  for (const one of inOrder) byFile.get(one.span.source)?.push(one)
  for (const all of byFile.values()) for (const one of all) byEntity.get(one.entity)?.push(one)
  return { byFile, byKey: new Map([...byEntity].map(([one, all]) => [keyOf(one), all])) }
}

function namesRule(statement: Ast.Statement): boolean {
  return statement.kind === 'test' && statement.lines.some(line => line.kind === 'expect' && line.that.kind === 'rule')
}

/** By file, the entry first, and in it by place. Where one name stands for several entities it is there once for each. */
export function occurrencesIn(project: Project): readonly Occurrence[] {
  return [...knownOf(project).byFile.values()].flat()
}

export function occurrencesInFile(project: Project, source: SourceText): readonly Occurrence[] {
  return knownOf(project).byFile.get(source) ?? []
}

/** In one model, in the same order. */
export function occurrencesOf(project: Project, entity: Entity): readonly Occurrence[] {
  return knownOf(project).byKey.get(keyOf(entity)) ?? []
}

/** Every place at which a value of one of these stands, in the order of places. */
export function valuesIn(understood: Understood, owners: readonly Entity[]): readonly Occurrence[] {
  const keys = new Set(owners.map(keyOf))
  const isOne = ({ entity: { kind, owner } }: Occurrence) => kind === 'value' && owner && keys.has(keyOf(owner))
  return [...knownIn(understood).byFile.values()].flat().filter(isOne)
}

/**
 * What is named at a place, also right behind a name. Usually one; a property that several events have is one of each, and
 * a value of a list one of each attribute that is compared with the list.
 */
export function occurrencesAt({ project, source, offset }: Place): readonly Occurrence[] {
  const touching = occurrencesInFile(project, source).filter(({ span }) => span.start <= offset && offset <= span.end)
  const inside = touching.filter(({ span }) => offset < span.end)
  return inside.length > 0 ? inside : touching
}

export function entityAt(place: Place): Entity | undefined {
  return occurrencesAt(place)[0]?.entity
}

/**
 * In all models that share a file in which it stands, each place once. A file may belong to several models: what is
 * renamed in it is renamed in all of them.
 */
export function occurrencesEverywhere(
  workspace: Workspace,
  project: Project,
  entities: readonly Entity[],
): readonly Occurrence[] {
  const found = new Map<string, Occurrence>()
  for (const one of projectsWith(workspace, project, entities).flatMap(each =>
    entities.flatMap(e => occurrencesOf(each, e)),
  )) {
    const { source, start, end } = one.span
    const key = `${start} ${end} ${source.path}`
    if (!found.has(key)) found.set(key, one)
  }
  return [...found.values()]
}

/** The model, and those that share with it, or with one of those, a file in which any of the entities stands. */
export function projectsWith(workspace: Workspace, project: Project, entities: readonly Entity[]): readonly Project[] {
  const found = new Set([project])
  for (const one of found) {
    const files = new Set(entities.flatMap(entity => occurrencesOf(one, entity).map(({ span }) => span.source.path)))
    for (const path of files) for (const other of workspace.projectsOf(path)) found.add(other)
  }
  return [...found]
}
