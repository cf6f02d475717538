/** What is looked at in each lead, worked out once for two models. Plain data but for the sets. */
import type { Program } from '@merit-lang/runtime'
import type { Change, Changes } from '../changes/change.ts'
import { definitionsOf, type Redefined } from './definitions.ts'
import type { CauseKind } from './impact.ts'
import { isShared, type Outcomes, outcomesOf, type Paired } from './outcomes.ts'
import { type Parts, partsOf } from './parts.ts'
import { outcomeKey, type ReadKind, readsOfStage } from './reads.ts'

export interface ImpactPlan {
  readonly before: Program
  readonly after: Program
  readonly outcomes: Outcomes
  readonly parts: Parts
  /** All that may be a cause: first the parts, in their order. */
  readonly causes: readonly PossibleCause[]
  /** By stage, the places of the causes that may move leads into it or out of it. */
  readonly causesOf: readonly ReadonlySet<number>[]
  /** The place among the causes: by score, of those whose formula was changed; by grade and stage; by reason. */
  readonly formulas: ReadonlyMap<number, number>
  readonly grades: ReadonlyMap<number, number>
  readonly stages: readonly number[]
  readonly reasons: readonly number[]
  /** By part, the scores that it adds to. */
  readonly scoresOf: readonly (readonly number[])[]
  /** By stage whose own definition was changed, whether that decides for a lead that enters or leaves. */
  readonly definitions: ReadonlyMap<number, Redefined>
}

export interface PossibleCause {
  readonly kind: CauseKind
  readonly name: string
  readonly within: readonly string[]
  /** The outcomes that it is a part of; nothing: any. */
  readonly of: readonly string[]
}

/** @param changes say which rules are the same under another name, and which definitions were changed */
export function impactPlan(before: Program, after: Program, changes: Changes): ImpactPlan {
  const outcomes = outcomesOf(before, after)
  const parts = partsOf(before, after, changes)
  const list = new CauseList(parts)
  const changed = changedIn(changes)
  const own = <K extends ReadKind>(kind: K, all: readonly Paired[], is: (one: Paired) => boolean) =>
    new Map(
      [...all.entries()].flatMap(([place, one]) =>
        is(one) ? [[place, list.add(causeKinds[kind], one.name, kind)]] : [],
      ),
    ) as ReadonlyMap<number, number>
  const formulas = own('score', outcomes.scores, one => isFormula(one, before, after) && changed('score', one))
  const grades = own('grade', outcomes.grades, one => changed('grade', one))
  const stages = outcomes.stages.map(({ name }) => list.add('stage', name, 'stage'))
  const reasons = outcomes.reasons.map(({ name }) => list.add('disqualification', name))
  return {
    ...{ before, after, outcomes, parts, formulas, grades, stages, reasons },
    causes: list.causes,
    causesOf: outcomes.stages.map(stage => list.placesIn(readsOf(stage, before, after))),
    scoresOf: parts.list.map(part => part.scores.map(name => outcomes.scores.findIndex(score => score.name === name))),
    definitions: definitionsOf(outcomes, before, after, changes),
  }
}

const causeKinds = { score: 'formula', grade: 'grade', stage: 'stage' } satisfies { [K in ReadKind]: CauseKind }

class CauseList {
  readonly causes: PossibleCause[]

  constructor({ list }: Parts) {
    this.causes = list.map(({ scores, ...part }) => ({ ...part, of: scores.map(name => outcomeKey('score', name)) }))
  }

  /** The place of the new one. */
  add(kind: CauseKind, name: string, of?: ReadKind): number {
    return this.causes.push({ kind, name, within: [], of: of ? [outcomeKey(of, name)] : [] }) - 1
  }

  placesIn(reads: ReadonlySet<string>): ReadonlySet<number> {
    const places = [...this.causes.keys()]
    return new Set(
      places.filter(place => {
        const { of } = this.causes[place] as PossibleCause
        return of.length === 0 || of.some(key => reads.has(key))
      }),
    )
  }
}

function readsOf({ before, after }: Paired, one: Program, other: Program): ReadonlySet<string> {
  return new Set([...readsOfStage(one, before), ...readsOfStage(other, after)])
}

function isFormula(score: Paired, before: Program, after: Program): boolean {
  const kinds = [before.scores[score.before]?.kind, after.scores[score.after]?.kind]
  return isShared(score) && kinds.includes('formula')
}

/** What only one model has was not changed itself. */
function changedIn({ entries }: Changes): (subject: Change['subject'], one: Paired) => boolean {
  const keys = new Set(
    entries.filter(({ kind }) => kind === 'changed').map(({ subject, name }) => `${subject} ${name}`),
  )
  return (subject, { name }) => keys.has(`${subject} ${name}`)
}
