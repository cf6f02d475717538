import type { LetSymbol, Meaning, SegmentSymbol } from '../check/model.ts'
import { topological } from '../check/order.ts'
import type { Scope } from './context.ts'

type Named = LetSymbol | SegmentSymbol

/**
 * What is still to be worked out for a `let` or segment, itself last, each after those that it is built on: so no chain of
 * definitions is too long for the stack.
 */
export function toWorkOut<N extends Named>(
  symbol: N,
  kinds: readonly N['kind'][],
  known: ReadonlyMap<string, unknown>,
  { program }: Scope,
): readonly N[] {
  const isOpen = (one: Meaning): one is N => kinds.includes(one.kind as N['kind']) && !known.has((one as N).name)
  return topological([symbol], one => [...(program.model.uses.get(one) ?? [])].filter(isOpen)).order
}
