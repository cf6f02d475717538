/** The outcomes of two models, paired by name. */
import type { Program } from '@merit-lang/runtime'
import type { OnlyIn } from './impact.ts'

/** Where either model has what is called so; -1: it has not. */
export interface Paired {
  readonly name: string
  readonly before: number
  readonly after: number
}

export interface Outcomes {
  readonly scores: readonly Paired[]
  readonly grades: readonly Paired[]
  readonly stages: readonly Paired[]
  /** A reason may be given by several lines. */
  readonly reasons: readonly {
    readonly name: string
    readonly before: readonly number[]
    readonly after: readonly number[]
  }[]
}

/** Those of the later model in its order, then those that are gone. */
export function outcomesOf(before: Program, after: Program): Outcomes {
  return {
    scores: paired(before.scores, after.scores),
    grades: paired(before.grades, after.grades),
    stages: paired(before.stages, after.stages),
    reasons: reasonsOf(before, after),
  }
}

export const isShared = ({ before, after }: Paired): boolean => before >= 0 && after >= 0

export function onlyIn(one: Paired): { readonly onlyIn?: OnlyIn } {
  return isShared(one) ? {} : { onlyIn: one.before < 0 ? 'after' : 'before' }
}

type Named = readonly { readonly name: string }[]

function paired(before: Named, after: Named): readonly Paired[] {
  const place = (list: Named, name: string) => list.findIndex(one => one.name === name)
  return namesOf(before, after).map(name => ({ name, before: place(before, name), after: place(after, name) }))
}

function namesOf(before: Named, after: Named): readonly string[] {
  return [...new Set([...after, ...before].map(({ name }) => name))]
}

function reasonsOf(before: Program, after: Program): Outcomes['reasons'] {
  const [one, other] = [before, after].map(({ disqualifications }) =>
    disqualifications.map(({ reason: name }) => ({ name })),
  )
  const places = (list: Named, name: string) => [...list.keys()].filter(place => list[place]?.name === name)
  return namesOf(one ?? [], other ?? []).map(name => ({
    name,
    before: places(one ?? [], name),
    after: places(other ?? [], name),
  }))
}
