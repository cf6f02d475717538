import type { Attribute, Expr, Program } from '@merit-lang/runtime'
import type { Truth } from '@merit-lang/runtime/reference'
import type { Subject } from '../reads.ts'
import { describe } from './describe.ts'
import { type Formula, isClear } from './formula.ts'
import { groupsOf, type Vector } from './groups.ts'
import { Oracle } from './oracle.ts'
import type { Wish } from './pairs.ts'
import { picked, type World, worldOf } from './world.ts'

/** What a text attribute (or property) may be, as far as some conditions tell texts apart. */
export interface TextDomain {
  /** Taken as independent of each other. Every condition is in exactly one of them. */
  readonly groups: readonly TextGroup[]
  /**
   * A value for which the conditions are what they are in these classes, one class for each group in order; `null` is unknown.
   * Empty where none was found.
   */
  readonly valuesIn: (classes: readonly number[]) => readonly (string | null)[]
}

export interface TextGroup {
  /** Indices of the conditions that were given. */
  readonly atoms: readonly number[]
  /** Unknown, where that is possible, is the last. */
  readonly classes: readonly TextClass[]
}

export interface TextClass {
  /** In the order of the group's conditions. */
  readonly holds: readonly Truth[]
  readonly unknown: boolean
  /** For people. */
  readonly text: string
}

/** So many conditions are looked at for what they say of each other. */
const RELATED = 64
const MOST_KEPT = 10_000

/**
 * What texts can make of conditions that read this attribute (or property) and nothing else. Every value is in one class of
 * each group. There may be classes without values: where a proof would take too long, and of conditions that are not understood.
 */
export function textDomain(
  attribute: Attribute,
  atoms: readonly Expr[],
  of: 'attribute' | 'property',
  program: Program,
): TextDomain {
  const index = program.attributes.findIndex(({ name }) => name === attribute.name)
  const subject: Subject = of === 'attribute' ? { kind: of, index } : { kind: of, name: attribute.name }
  return new Texts(worldOf(attribute, subject, atoms, program))
}

class Texts implements TextDomain {
  readonly groups: readonly TextGroup[]
  private readonly world: World
  /** The conditions that are understood. */
  private readonly clear: readonly number[]
  /** Knows of all of these. */
  private readonly oracle: Oracle
  /** By classes: searches for leads come by the same again and again. */
  private readonly found = new Map<string, readonly (string | null)[]>()

  constructor(world: World) {
    const all = [...world.formulas.keys()]
    this.world = world
    this.clear = all.filter(condition => isClear(world.formulas[condition] as Formula))
    this.oracle = new Oracle(world.only(this.clear))
    const unclear = all.filter(condition => !this.clear.includes(condition))
    const related = this.clear.length > 0 || unclear.length === 0 ? this.relatedGroups() : []
    this.groups = [...related, ...unclear.map(condition => this.group([condition], [OPEN]))]
  }

  readonly valuesIn = (classes: readonly number[]): readonly (string | null)[] => {
    const key = classes.join()
    const values = this.found.get(key) ?? this.valuesWithin(classes)
    if (this.found.size < MOST_KEPT) this.found.set(key, values)
    return values
  }

  private valuesWithin(classes: readonly number[]): readonly (string | null)[] {
    const picks = this.groups.map(({ classes: all }, group) => all[classes[group] as number] as TextClass)
    if (picks.every(({ unknown }) => unknown)) return [null]
    const truths = new Map(this.groups.flatMap(({ atoms }, i) => atoms.map((atom, j) => [atom, picks[i]?.holds[j]])))
    const wishes = this.clear.map((condition, own): Wish => [own, truths.get(condition) === true])
    const answer = this.oracle.findAll(wishes)
    if (typeof answer === 'object') return [answer.text]
    const { unknown } = this.world
    return unknown && this.clear.every(condition => unknown[condition] === truths.get(condition)) ? [null] : []
  }

  private relatedGroups(): TextGroup[] {
    const { world, clear } = this
    if (clear.length <= RELATED) return this.groupsAmong(clear, this.oracle)
    return chunksOf(clear).flatMap(chunk => this.groupsAmong(chunk, new Oracle(world.only(chunk))))
  }

  private groupsAmong(conditions: readonly number[], oracle: Oracle): TextGroup[] {
    oracle.prepare()
    return groupsOf(oracle).map(group => this.group(picked(conditions, group.conditions), group.vectors))
  }

  private group(conditions: readonly number[], vectors: readonly Vector[]): TextGroup {
    const { formulas, unknown } = this.world.only(conditions)
    const known = vectors.map(vector => ({
      holds: vector.holds,
      unknown: false,
      get text() {
        return describe(vector, formulas)
      },
    }))
    const classes = unknown ? [...known, { holds: unknown, unknown: true, text: 'unknown' }] : known
    return { atoms: conditions, classes }
  }
}

/** What is not understood may be anything. */
const OPEN: Vector = { holds: [undefined] }

function chunksOf(conditions: readonly number[]): (readonly number[])[] {
  const starts = conditions.flatMap((_, i) => (i % RELATED === 0 ? [i] : []))
  return starts.map(start => conditions.slice(start, start + RELATED))
}
