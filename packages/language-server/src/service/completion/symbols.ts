/** Names of the model as items of a list. */
import { writtenName } from '@merit-lang/language'
import { describe, typeText } from '../describe/symbols.ts'
import { type Named, typeOfNamed } from '../known.ts'
import { type Completion, completion, ranks } from './item.ts'
import { isTyped, type Situation } from './situation.ts'
import { fits, type Wanted } from './wanted.ts'

/** In words of which each is a name: `company.tier`. */
export const writtenPath = (name: string) => name.split('.').map(writtenName).join('.')

export function itemOf(
  symbol: Named,
  rank: number,
  insert = writtenPath(symbol.name),
  label = symbol.name,
): Completion {
  const detail = typeText(typeOfNamed(symbol))
  return completion(label, symbol.kind, rank, { insert, detail, documentation: () => describe(symbol) })
}

const named = ({ known }: Situation): readonly Named[] => [...known.named.values()]

export function ofKind(situation: Situation, kind: Named['kind']): readonly Completion[] {
  return settled(situation)
    .filter(symbol => symbol.kind === kind)
    .map(symbol => itemOf(symbol, ranks.best))
}

/** Those of which a value fits. */
export function lets(situation: Situation, wanted: Wanted = {}): readonly Completion[] {
  const fitting = settled(situation).filter(symbol => symbol.kind === 'let' && fits(symbol.type, wanted))
  return fitting.map(symbol => itemOf(symbol, ranks.good))
}

/** Not the word that is being typed, which without declarations is taken for a name. */
export function settled(situation: Situation): readonly Named[] {
  return named(situation).filter(({ span }) => !isTyped(situation, span))
}
