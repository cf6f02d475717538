/** Two blocks item by item: what they have in common is left out, and what is seen to be in order is said. */
import type { Block, Rule } from '@merit-lang/runtime'
import type { BlockDifference, Proved, Term } from '../search/difference.ts'
import { type Canonical, isPlain, itemsOf } from './canonical.ts'
import type { Order } from './order.ts'

type Item = Block['items'][number]

export function differenceOf(before: Block, after: Block, forms: Canonical, order: Order): BlockDifference {
  const { weight = 1 } = before
  const same = forms.frame(before) === forms.frame(after)
  return {
    before,
    after,
    terms: termsOf(before, after, forms, order),
    plain: isPlain(before) && isPlain(after),
    close: same && before.multipliers.length === 0 && weight >= 0 && weight <= 1,
    keeps: { notMore: order.frameAtMost(after, before), notLess: order.frameAtMost(before, after) },
  }
}

const unproved: Proved = { notMore: false, notLess: false }

function termsOf(before: Block, after: Block, forms: Canonical, order: Order): readonly Term[] {
  const [ofBefore, ofAfter] = withoutCommon(itemsOf(before), itemsOf(after), forms)
  const left = new Set(ofAfter)
  const paired = ofBefore.map((item): Term => {
    const partner = [...left].map(one => pairOf(item, one, forms, order)).find(pair => pair)
    if (!partner) return { before: item, after: undefined, inside: undefined, ...unproved }
    left.delete(partner.after as Item)
    return partner
  })
  return [...paired, ...[...left].map(item => ({ before: undefined, after: item, inside: undefined, ...unproved }))]
}

/** Each item as often as it stands on one side more often than on the other. */
function withoutCommon(
  before: readonly Item[],
  after: readonly Item[],
  forms: Canonical,
): readonly [readonly Item[], readonly Item[]] {
  return [surplus(before, after, forms), surplus(after, before, forms)]
}

function surplus(items: readonly Item[], others: readonly Item[], forms: Canonical): readonly Item[] {
  const counts = new Map<number, number>()
  for (const item of others) counts.set(forms.item(item), (counts.get(forms.item(item)) ?? 0) + 1)
  return items.filter(item => {
    const count = counts.get(forms.item(item)) ?? 0
    counts.set(forms.item(item), count - 1)
    return count <= 0
  })
}

/** Items that are better looked at together: groups of one name, and rules on events of which one never gives more. */
function pairOf(before: Item, after: Item, forms: Canonical, order: Order): Term | undefined {
  if (before.kind === 'block' && after.kind === 'block') {
    if (before.name !== after.name) return undefined
    return { before, after, inside: differenceOf(before, after, forms, order), ...unproved }
  }
  if (before.kind === 'block' || after.kind === 'block') return undefined
  const proved = provedOf(before, after, order)
  return proved.notMore || proved.notLess ? { before, after, inside: undefined, ...proved } : undefined
}

function provedOf(before: Rule, after: Rule, order: Order): Proved {
  return { notMore: order.ruleAtMost(after, before), notLess: order.ruleAtMost(before, after) }
}
