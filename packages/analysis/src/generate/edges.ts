/** Leads on both sides of a bound: they differ in one number or one time alone, and one of them is on the other side. */
import type { Program } from '@merit-lang/runtime'
import { holds } from '@merit-lang/runtime/reference'
import { type Bound, boundsIn } from './bounds-in.ts'
import { type Pool, type Sample, sampleOf } from './pool.ts'
import type { Settled } from './settle.ts'
import type { Shown } from './show.ts'
import { type Variant, variantsAt } from './variants.ts'

/** Both sides of one comparison. */
interface Sides {
  readonly held: Settled
  readonly lacked: Settled
}

/** Of all bounds that the comparisons have. What is not found is not proved to be impossible. */
export function edgesOf(settled: readonly Settled[], program: Program, pool: Pool): readonly Shown[] {
  const before = pool.samples.slice()
  return sidesIn(settled).flatMap(sides =>
    boundsIn(sides.held.target.part, program).flatMap(bound => edgeOf(sides, bound, before, program, pool)),
  )
}

function sidesIn(settled: readonly Settled[]): readonly Sides[] {
  return settled.flatMap((held, i) => {
    const lacked = settled[i + 1]
    const isPair = held.target.part !== undefined && held.target.part === lacked?.target.part
    return isPair && held.outcome === 'shown' && lacked.outcome === 'shown' ? [{ held, lacked }] : []
  })
}

function edgeOf(sides: Sides, bound: Bound, samples: readonly Sample[], program: Program, pool: Pool) {
  const found = pairAt(sides, bound, samples, program)
  const { of, rule } = sides.held.target
  const shown = (sample: Sample | undefined, text: string): Shown => {
    const kept = sample && pool.add(sample.witness)
    const outcome = kept ? 'shown' : 'not found'
    return { of, rule, shows: text, outcome, samples: () => (kept ? [kept] : []) }
  }
  return found
    ? [
        shown(found.held, `at its bound, with ${found.texts[0]}`),
        shown(found.lacked, `at its bound, with ${found.texts[1]}`),
      ]
    : [shown(undefined, `both sides of ${bound.text}`)]
}

interface Pair {
  readonly held: Sample
  readonly lacked: Sample
  readonly texts: readonly [held: string, lacked: string]
}

/** Leads looked at from each side. */
const tried = 4

function pairAt({ held, lacked }: Sides, bound: Bound, samples: readonly Sample[], program: Program): Pair | undefined {
  const of = ({ condition }: Settled) => samples.filter(({ run }) => holds(condition, { run })).slice(0, tried)
  for (const { witness } of [...of(held), ...of(lacked)]) {
    for (const variant of variantsAt(bound, witness)) {
      const pair = pairOf(variant, held, lacked, program)
      if (pair) return pair
    }
  }
  return undefined
}

/** Whichever way round they are. */
function pairOf({ sides: [one, other] }: Variant, held: Settled, lacked: Settled, program: Program): Pair | undefined {
  const [a, b] = [sampleOf(program, one.witness), sampleOf(program, other.witness)]
  if (!a || !b) return undefined
  const shows = (sample: Sample, { condition }: Settled) => holds(condition, { run: sample.run })
  if (shows(a, held) && shows(b, lacked)) return { held: a, lacked: b, texts: [one.text, other.text] }
  if (shows(b, held) && shows(a, lacked)) return { held: b, lacked: a, texts: [other.text, one.text] }
  return undefined
}
