/**
 * The part of a box in which a condition can be as wanted: classes that decide otherwise are left out. What is left still
 * holds every lead for which it is.
 */
import type { Expr } from '@merit-lang/runtime'
import type { Atom, Box, Space } from '../space/space.ts'
import { withClasses } from './boxes.ts'

/** Undefined where no class is left for some variable: then there is no such lead. */
export function narrowed(e: Expr, want: boolean, space: Space, box: Box): Box | undefined {
  const atom = space.atoms.get(e)
  if (atom) return byAtom(atom, want, box)
  if (e.op === 'not') return narrowed(e.of, !want, space, box)
  if (e.op === 'value') return narrowed(space.program.values[e.index] as Expr, want, space, box)
  if (e.op === 'stage' && want) return byStage(e.index, space, box)
  const parts = (e.op === 'and' && want) || (e.op === 'or' && !want) ? e.of : []
  return parts.reduce<Box | undefined>((left, part) => left && narrowed(part, want, space, left), box)
}

function byAtom({ variable, holds }: Atom, want: boolean, box: Box): Box | undefined {
  const before = box.classes[variable] as readonly number[]
  const left = before.filter(one => holds[one] !== !want)
  if (left.length === 0) return undefined
  return left.length === before.length ? box : withClasses(box, variable, left)
}

/** Whoever is in a stage is not disqualified; and where the stage has one line, and no way to stay in, that holds. */
function byStage(index: number, space: Space, box: Box): Box | undefined {
  const { stages, disqualifications } = space.program
  const [line, ...others] = stages[index]?.lines ?? []
  const lone = line && others.length === 0 && !line.until ? narrowed(line.when.expr, true, space, box) : box
  return disqualifications.reduce<Box | undefined>(
    (left, { when }) => left && narrowed(when.expr, false, space, left),
    lone,
  )
}
