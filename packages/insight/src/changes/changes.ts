/** What differs in meaning between two versions of a model, part by part. */
import type { Block, Grade, Program, Score, Stage } from '@merit-lang/runtime'
import type { Changes } from './change.ts'
import { changedDefinitions } from './definitions.ts'
import { disqualificationChanges } from './disqualifications.ts'
import { attributeChanges, attributePairs, eventChanges, modelChanges } from './fields.ts'
import { Forms, nothingRenamed, type Renamed, type Side } from './forms.ts'
import { gradeChanges } from './grades.ts'
import { overlap, pairUp } from './pairs.ts'
import { promiseChanges } from './promises.ts'
import { scoringChanges } from './scoring.ts'
import { stageChanges } from './stages.ts'
import type { Versions } from './versions.ts'

/**
 * What is equal in form, whatever it is called and in whatever order it stands, is no change. A rule keeps its identity by its label, else
 * by its text, else by likeness, first within its score. What has names of its own in results (scores, grades, stages, reasons) changes
 * with them.
 */
export function changesBetween(before: Program, after: Program): Changes {
  const programs = [before, after] as const
  const renamed = renamedIn(before, after)
  const forms = new Forms(before, after, renamed)
  const { changes, opaque } = changedDefinitions(programs, forms, renamed)
  const versions: Versions = {
    programs,
    renamed,
    forms,
    ...(opaque && { opaque: new Forms(before, after, renamed, opaque) }),
  }
  return {
    entries: [
      ...modelChanges(versions),
      ...attributeChanges(versions),
      ...eventChanges(versions),
      ...changes,
      ...scoringChanges(versions),
      ...gradeChanges(versions),
      ...stageChanges(versions),
      ...disqualificationChanges(versions),
      ...promiseChanges(versions),
    ],
  }
}

/** Attributes of one key in the data; scores, grades and stages of which at least half is the same. */
function renamedIn(before: Program, after: Program): Renamed {
  const attribute = namesOf(attributePairs(before.attributes, after.attributes))
  const forms = new Forms(before, after, { ...nothingRenamed, attribute })
  const score = renamedBy(before.scores, after.scores, (one, side) => scoreForms(one, side, forms))
  const grade = renamedBy(before.grades, after.grades, (one, side) => gradeForms(one, side, forms))
  const stage = renamedBy(before.stages, after.stages, (one, side) => stageForms(one, side, forms))
  return { attribute, score, grade, stage }
}

interface Named {
  readonly name: string
}

function namesOf(pairs: ReadonlyMap<Named, Named>): ReadonlyMap<string, string> {
  return new Map(
    [...pairs].flatMap(([one, other]) => (one.name === other.name ? [] : [[one.name, other.name] as const])),
  )
}

function renamedBy<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  formsOf: (one: T, side: Side) => readonly (string | number)[],
): ReadonlyMap<string, string> {
  const likeness = (one: T, other: T) => {
    const alike = overlap(formsOf(one, 0), formsOf(other, 1))
    return alike >= 0.5 ? alike : 0
  }
  return namesOf(pairUp(before, after, [{ key: ({ name }) => name }, { likeness }]))
}

function scoreForms(score: Score, side: Side, forms: Forms): readonly number[] {
  return score.kind === 'formula' ? [forms.of(side, score.formula)] : ruleForms(score.block, side, forms)
}

function ruleForms({ items }: Block, side: Side, forms: Forms): readonly number[] {
  return items.flatMap(item => (item.kind === 'rule' ? [forms.of(side, item)] : ruleForms(item, side, forms)))
}

function gradeForms(grade: Grade, side: Side, forms: Forms): readonly string[] {
  if (grade.kind === 'joined') return grade.grades.map(String)
  return [...grade.cases.map(({ label, when }) => `${label} ${forms.of(side, when)}`), grade.otherwise]
}

function stageForms({ lines }: Stage, side: Side, forms: Forms): readonly number[] {
  return lines.map(({ when }) => forms.of(side, when))
}
