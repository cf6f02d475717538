/** Two blocks item by item: what they have in common is left out, and what is seen to be in order is said. */
import type { Block, Rule } from '@merit-lang/runtime'
import type { BlockDifference, Proved, Term } from '../search/difference.ts'
import type { Canonical } from './canonical.ts'
import { isPlain, itemsOf } from './items.ts'
import type { Order } from './order.ts'

type Item = Block['items'][number]

/** By all that the two blocks hold. */
export function differenceOf(before: Block, after: Block, forms: Canonical, order: Order): BlockDifference {
  const terms = termsOf(before, after, { forms, order, look: differenceOf })
  return { before, after, whole: true, terms, ...framesOf(before, after, forms, order) }
}

/**
 * By what differs alone: the rules in common and the bounds are not looked at. Groups whose bounds differ are held against
 * each other whole.
 */
export function localDifference(before: Block, after: Block, forms: Canonical, order: Order): BlockDifference {
  const frames = framesOf(before, after, forms, order)
  if (!isMonotone(frames)) return differenceOf(before, after, forms, order)
  const terms = termsOf(before, after, { forms, order, look: localDifference })
  const left = (side: 'before' | 'after') => terms.flatMap(term => term[side] ?? [])
  return {
    ...{ before: bare(before, left('before')), after: bare(after, left('after')) },
    whole: false,
    terms,
    ...frames,
  }
}

type Frames = Pick<BlockDifference, 'plain' | 'close' | 'keeps'>

function framesOf(before: Block, after: Block, forms: Canonical, order: Order): Frames {
  const { weight = 1 } = before
  const same = forms.frame(before) === forms.frame(after)
  return {
    plain: isPlain(before) && isPlain(after),
    close: same && before.multipliers.length === 0 && weight >= 0 && weight <= 1,
    keeps: { notMore: order.frameAtMost(after, before), notLess: order.frameAtMost(before, after) },
  }
}

function isMonotone({ plain, close, keeps }: Frames): boolean {
  return plain || close || keeps.notMore || keeps.notLess
}

/** What is left adds up, for leads for whom the block counts. */
function bare({ kind, name, when, span }: Block, items: readonly Item[]): Block {
  return { kind, name, ...(when ? { when } : {}), items, multipliers: [], span }
}

/** How items are held against each other. */
interface Plan {
  readonly forms: Canonical
  readonly order: Order
  readonly look: (before: Block, after: Block, forms: Canonical, order: Order) => BlockDifference
}

const unproved: Proved = { notMore: false, notLess: false }

function termsOf(before: Block, after: Block, plan: Plan): readonly Term[] {
  const [ofBefore, ofAfter] = withoutCommon(itemsOf(before), itemsOf(after), plan.forms)
  const lookAt = (item: Item) => looksOf(item, plan.forms)
  const [alike, lone, others] = pairedBy(ofBefore, ofAfter, (one, another) =>
    lookAt(one) === lookAt(another) ? pairOf(one, another, plan) : undefined,
  )
  const [paired, removed, added] = pairedBy(lone, others, (one, another) => pairOf(one, another, plan))
  return [
    ...alike,
    ...paired,
    ...removed.map(item => ({ before: item, after: undefined, inside: undefined, ...unproved })),
    ...added.map(item => ({ before: undefined, after: item, inside: undefined, ...unproved })),
  ]
}

/** What an item looks at, whatever it gives: two of which only the points differ are looked at together before any others. */
function looksOf(item: Item, forms: Canonical): string {
  if (item.kind === 'block') return `group ${item.name}`
  const parts = [item.when?.expr, item.on?.steps.at(-1)?.set, item.on?.decay?.points]
  return [...parts, ...item.cases.map(({ when }) => when?.expr)].map(part => forms.maybe(part)).join(' ')
}

/** Each with the first of those that are left for which there is a term; and what is left on either side. */
function pairedBy(
  before: readonly Item[],
  after: readonly Item[],
  termOf: (before: Item, after: Item) => Term | undefined,
): readonly [terms: readonly Term[], before: readonly Item[], after: readonly Item[]] {
  const left = new Set(after)
  const terms: Term[] = []
  const lone = before.filter(item => {
    for (const one of left) {
      const term = termOf(item, one)
      if (!term) continue
      left.delete(one)
      terms.push(term)
      return false
    }
    return true
  })
  return [terms, lone, [...left]]
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

/** Items that are better looked at together: groups of one name, and rules of which one never gives more. */
function pairOf(before: Item, after: Item, { forms, order, look }: Plan): Term | undefined {
  if (before.kind === 'block' && after.kind === 'block') {
    if (before.name !== after.name) return undefined
    const inside = look(before, after, forms, order)
    return { before: inside.before, after: inside.after, inside, ...unproved }
  }
  if (before.kind === 'block' || after.kind === 'block') return undefined
  const proved = provedOf(before, after, order)
  return proved.notMore || proved.notLess ? { before, after, inside: undefined, ...proved } : undefined
}

function provedOf(before: Rule, after: Rule, order: Order): Proved {
  return { notMore: order.ruleAtMost(after, before), notLess: order.ruleAtMost(before, after) }
}
