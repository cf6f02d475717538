import { candidatesFor, textsFor } from './candidates.ts'
import { type Formula, leavesOf, onlyValues } from './formula.ts'
import type { Wanted } from './goal.ts'
import { type Answer, Search } from './search.ts'
import type { World } from './world.ts'

/** A condition, by its index, and what it is to be. */
export type Wish = readonly [condition: number, holds: boolean]

/** A text, and what the conditions are for it. */
interface Known {
  readonly text: string
  readonly truths: readonly boolean[]
}

/** Steps of searches for one question, and for all. */
const PER_QUESTION = 100_000
const ALTOGETHER = 300_000
/** Longer lists are not gone through text by text. */
const LISTED = 512

/** Says what conditions can be together. Texts that it gives were looked at by the reference evaluator; where there is none, that is proved. */
export class Oracle {
  readonly world: World
  private readonly known = new Map<string, Known>()
  private readonly ruledOut = new Set<string>()
  private search: Search | undefined
  private left = ALTOGETHER

  /** All formulas are understood. */
  constructor(world: World) {
    this.world = world
  }

  /** Looks at texts that are likely to differ, so that most questions need no search. */
  prepare(): void {
    const { formulas } = this.world
    for (const text of ['x', 'x@example.com']) this.learn(text)
    for (const formula of formulas) {
      for (const text of candidatesFor([{ formula, holds: true }])) this.learn(text)
      for (const leaf of leavesOf(formula)) for (const text of textsFor(leaf, LISTED)) this.learn(text)
    }
    for (const text of candidatesFor(formulas.map(formula => ({ formula, holds: true })))) this.learn(text)
  }

  /** Unknown is not looked at. */
  find(wishes: readonly Wish[]): Answer {
    const known = this.recall(wishes)
    if (known) return known
    if (this.isRuledOut(wishes)) return 'none'
    const answer = this.isListed(wishes) ? 'none' : this.work(wishes)
    if (answer === 'none') this.ruledOut.add(keyOf(wishes))
    return answer
  }

  private recall(wishes: readonly Wish[]): Answer | undefined {
    for (const known of this.known.values()) if (grants(known, wishes)) return known
    return undefined
  }

  /** A pair of them is impossible. */
  private isRuledOut(wishes: readonly Wish[]): boolean {
    if (this.ruledOut.size === 0) return false
    return wishes.some((one, i) => wishes.slice(i).some(other => this.ruledOut.has(keyOf([one, other]))))
  }

  /** One of them leaves only texts that were all looked at, as far as the others can tell. */
  private isListed(wishes: readonly Wish[]): boolean {
    const formulas = wishes.map(([condition]) => this.world.formulas[condition] as Formula)
    const lists = wishes.flatMap(([, holds], i) => (holds && onlyValues(formulas[i] as Formula)) || [])
    return lists.some(leaf => {
      const texts = textsFor(leaf, LISTED)
      const all = texts.length === leaf.values?.length && (leaf.operand === 'text' || texts.every(this.world.admits))
      return all && formulas.every(formula => leavesOf(formula).every(({ operand }) => operand === leaf.operand))
    })
  }

  private work(wishes: readonly Wish[]): Answer {
    const wanted = wishes.map(([condition, holds]) => ({ formula: this.world.formulas[condition] as Formula, holds }))
    for (const text of candidatesFor(wanted)) {
      const known = this.learn(text)
      if (known && grants(known, wishes)) return known
    }
    return this.explore(wanted)
  }

  private explore(wanted: readonly Wanted[]): Answer {
    this.search ??= new Search([...this.world.formulas, ...this.world.admitted.map(({ formula }) => formula)])
    const effort = { left: Math.min(this.left, PER_QUESTION) }
    const before = effort.left
    const answer = this.search.shortest([...wanted, ...this.world.admitted], effort)
    this.left -= before - Math.max(0, effort.left)
    if (typeof answer === 'object') this.learn(answer.text)
    return answer
  }

  private learn(text: string): Known | undefined {
    const known = this.known.get(text)
    if (known || !this.world.admits(text)) return known
    const learnt = { text, truths: this.world.answers(text) }
    this.known.set(text, learnt)
    return learnt
  }
}

function grants({ truths }: Known, wishes: readonly Wish[]): boolean {
  for (const [condition, holds] of wishes) if (truths[condition] !== holds) return false
  return true
}

function keyOf(wishes: readonly Wish[]): string {
  return wishes.join(';')
}
