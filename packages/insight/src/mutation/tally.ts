/** Mutants by what became of them, and what that says of the tests. */
import type { JudgedMutant, MutationPlace, MutationReport, Verdict } from './mutation.ts'

export type MutationTally = { readonly [V in Verdict]: number }

export function mutationTally({ places }: Pick<MutationReport, 'places'>): MutationTally {
  const tally = { noticed: 0, missed: 0, unsure: 0, alike: 0, refused: 0 }
  for (const { mutants } of places) for (const { verdict } of mutants) tally[verdict]++
  return tally
}

/**
 * In percent: how many are noticed, of those of which it is not proved that nobody could. What is refused is no mistake that
 * could be made. 100 where there are none.
 */
export function mutationScore({ noticed, missed, unsure }: MutationTally): number {
  const all = noticed + missed + unsure
  return all === 0 ? 100 : (100 * noticed) / all
}

/** In an order of which each beginning is spread over all of them. */
export function spread(count: number): readonly number[] {
  const golden = (Math.sqrt(5) - 1) / 2
  const placeOf = (index: number) => (index * golden) % 1
  return Array.from({ length: count }, (_, i) => i).sort((a, b) => placeOf(a) - placeOf(b))
}

type Place = MutationPlace<JudgedMutant>

/**
 * The places of models that have files in common, each once: a mutant is noticed if tests of any of them notice it.
 * `pathOf`: a file's path in one spelling.
 */
export function mergedPlaces(all: readonly Place[], pathOf: (path: string) => string): readonly Place[] {
  const merged = new Map<string, Place>()
  for (const place of all) {
    const { source, start } = place.span
    const key = `${start} ${pathOf(source.path)}`
    const known = merged.get(key)
    merged.set(key, known ? { ...place, mutants: mergedMutants([...known.mutants, ...place.mutants]) } : place)
  }
  return [...merged.values()]
}

function mergedMutants(all: readonly JudgedMutant[]): readonly JudgedMutant[] {
  const merged = new Map<string, JudgedMutant>()
  for (const mutant of all) {
    const key = `${mutant.span.start} ${mutant.span.end} ${mutant.replacement}`
    const known = merged.get(key)
    if (!known || weight[mutant.verdict] > weight[known.verdict]) merged.set(key, mutant)
  }
  return [...merged.values()]
}

/** What says more of a mutant than the others. */
const weight = { noticed: 4, missed: 3, unsure: 2, alike: 1, refused: 0 } as const satisfies Record<Verdict, number>
