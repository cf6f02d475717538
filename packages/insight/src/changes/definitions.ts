/** Values, segments and derived events that have names, as far as a program tells them. */
import type { EventSet, Expr, Program } from '@merit-lang/runtime'
import { writtenExpr } from '../written/expressions.ts'
import { isNarrowing, writtenSet } from '../written/sets.ts'
import type { Change } from './change.ts'
import { Forms, type Opaque, type Renamed, type Side } from './forms.ts'

type Table = 'values' | 'sets'

/** One name; in a block with `on P reset` it means something else than outside. */
interface Definition {
  readonly name: string
  readonly table: Table
  readonly indices: readonly number[]
}

export interface ChangedDefinitions {
  readonly changes: readonly Change[]
  /** Names that mean something else in the two versions, themselves or through others. */
  readonly opaque: Opaque | undefined
}

export function changedDefinitions(
  programs: readonly [Program, Program],
  forms: Forms,
  renamed: Renamed,
): ChangedDefinitions {
  const [before, after] = [definitionsIn(programs[0]), definitionsIn(programs[1])]
  const different = [...after.values()].flatMap(definition => {
    const was = before.get(definition.name)
    return was && was.table === definition.table && !isSame(was, definition, programs, forms)
      ? [[was, definition] as const]
      : []
  })
  if (different.length === 0) return { changes: [], opaque: undefined }
  const opaque = opaqueOf(different)
  const notInside = new Forms(...programs, renamed, opaque)
  const own = different.filter(([one, other]) => !isSame(one, other, programs, notInside))
  return { changes: own.map(([one, other]) => changeOf(one, other, programs)), opaque }
}

function isSame(one: Definition, other: Definition, programs: readonly [Program, Program], forms: Forms): boolean {
  const meant = ({ table, indices }: Definition, side: Side) =>
    indices.map(index => forms.of(side, programs[side][table][index])).sort()
  return meant(one, 0).join(' ') === meant(other, 1).join(' ')
}

function opaqueOf(definitions: readonly (readonly [Definition, Definition])[]): Opaque {
  const names = (table: Table, side: Side) =>
    new Map(
      definitions.flatMap(pair =>
        pair[side].table === table ? pair[side].indices.map(i => [i, pair[side].name] as const) : [],
      ),
    )
  return { values: [names('values', 0), names('values', 1)], sets: [names('sets', 0), names('sets', 1)] }
}

function changeOf(one: Definition, other: Definition, programs: readonly [Program, Program]): Change {
  const [before, after] = [one, other].map(({ table, indices: [index = 0] }, side) => {
    const program = programs[side] as Program
    return table === 'values'
      ? writtenExpr(program.values[index] as Expr, program)
      : writtenSet(program.sets[index] as EventSet, program)
  }) as [string, string]
  const aspects = [{ aspect: 'definition' as const, before, after }]
  return { kind: 'changed', subject: 'definition', name: other.name, within: [], aspects }
}

// ---------------------------------------------------------------- names, from what stands beside what they mean

const isName = /^(?:[\p{L}_][\p{L}\p{M}\p{N}_]*|`[^`]+`)/u

function definitionsIn(program: Program): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>()
  collect(
    [program.scores, program.grades, program.stages, program.disqualifications, program.promises],
    (text, part) => {
      const name = isName.exec(text)?.[0] ?? ''
      const place = placeOf(part, text === name)
      if (name === '' || !place) return
      const known = found.get(name)
      const indices = new Set([...(known?.indices ?? []), place.index])
      if (!known || known.table === place.table) found.set(name, { name, table: place.table, indices: [...indices] })
    },
  )
  return found
}

/** What a text stands beside: a comparison, a value that is read, a set of events. */
function collect(part: unknown, take: (text: string, part: Expr | EventSet) => void): void {
  if (typeof part !== 'object' || part === null) return
  const { text, holds, value, set } = part as Record<string, never>
  const meant = (holds ?? value ?? set) as Expr | EventSet | undefined
  if (typeof text === 'string' && typeof meant === 'object') take(text, meant)
  for (const [key, inside] of Object.entries(part)) if (!isMeaning.has(key)) collect(inside, take)
}

/** Expressions, in which no texts stand. */
const isMeaning: ReadonlySet<string> = new Set([
  'expr',
  'holds',
  'value',
  'set',
  'points',
  'formula',
  'cap',
  'floor',
  'span',
])

/** Of a pattern the name that it begins with, under its conditions and windows. */
function placeOf(
  part: Expr | EventSet,
  isWhole: boolean,
): { readonly table: Table; readonly index: number } | undefined {
  if (part.op === 'value') return isWhole ? { table: 'values', index: part.index } : undefined
  if (part.op === 'sharedSet') return { table: 'sets', index: part.index }
  if (part.op === 'count') return placeOf(part.set, isWhole)
  if (part.op === 'filter' || (part.op !== 'const' && isNarrowing(part as EventSet)))
    return placeOf((part as { set: EventSet }).set, isWhole)
  return undefined
}
