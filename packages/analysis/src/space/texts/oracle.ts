import { candidatesFor, textsFor } from './candidates.ts'
import type { Answer, Wanted } from './exploration.ts'
import { type Formula, type Operand, onlyValues } from './formula.ts'
import { lazily } from './lazily.ts'
import { Pairs, type Wish } from './pairs.ts'
import { Search } from './search.ts'
import { Spelling } from './spelling.ts'
import type { World } from './world.ts'

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
  private readonly seen: Pairs
  private readonly ruledOut: Pairs
  /** By condition: what it looks at, if texts for all values that let it hold are known. */
  private listed: readonly (Operand | undefined)[] = []
  private search: Search | undefined
  private readonly spelling = lazily(() => new Spelling(this.world.formulas))
  private left = ALTOGETHER

  /** All formulas are understood. */
  constructor(world: World) {
    this.world = world
    this.seen = new Pairs(world.formulas.length)
    this.ruledOut = new Pairs(world.formulas.length)
  }

  /** Looks at texts that are likely to differ, so that most questions need no search. */
  prepare(): void {
    const { formulas } = this.world
    this.learn('x')
    for (const formula of formulas) for (const text of candidatesFor([{ formula, holds: true }])) this.learn(text)
    for (const text of candidatesFor(formulas.map(formula => ({ formula, holds: true })))) this.learn(text)
    this.learn('x@example.com')
    this.listed = formulas.map(formula => this.goThrough(formula))
    this.lookAtSpelling()
  }

  private lookAtSpelling(): void {
    const wishes = this.world.formulas.flatMap((_, condition): Wish[] => [
      [condition, true],
      [condition, false],
    ])
    for (const one of wishes)
      for (const other of wishes)
        if (one[1] && this.spelling().isContradiction(one, other)) this.ruledOut.add(one, other)
  }

  private goThrough(formula: Formula): Operand | undefined {
    const leaf = onlyValues(formula)
    if (!leaf || leaf.values.length > LISTED) return undefined
    const learnt = textsFor(leaf).map(text => this.learn(text))
    return leaf.operand === 'text' || !learnt.includes(undefined) ? leaf.operand : undefined
  }

  /** As `find`, of all conditions at once, without preparation. */
  findAll(wishes: readonly Wish[]): Answer {
    return this.recall(wishes) ?? (this.spelling().rulesOut(wishes) ? 'none' : this.find(wishes))
  }

  /** Unknown is not looked at. */
  find(wishes: readonly Wish[]): Answer {
    const known = this.recall(wishes)
    if (known) return known
    const answer = this.isListed(wishes) || this.isRuledOut(wishes) ? 'none' : this.work(wishes)
    if (answer === 'none' && wishes.length <= 2) this.ruledOut.add(wishes[0] as Wish, wishes.at(-1) as Wish)
    return answer
  }

  /** As `find`, of wishes of which all but the last are granted by a text, if that is known. */
  findAlso(wishes: readonly Wish[], text: string | undefined, last: Wish): Answer {
    const known = text === undefined ? undefined : this.known.get(text)
    if (known && grants(known, [last])) return known
    if (wishes.some(one => this.ruledOut.has(one, last))) return 'none'
    return this.find([...wishes, last])
  }

  /** False only where that is proved. */
  canBe(one: Wish, other: Wish): boolean {
    return this.seen.has(one, other) || this.find(one === other ? [one] : [one, other]) !== 'none'
  }

  private recall(wishes: readonly Wish[]): Answer | undefined {
    if (wishes.length <= 2 && wishes.length > 0 && !this.seen.has(wishes[0] as Wish, wishes.at(-1) as Wish))
      return undefined
    for (const known of this.known.values()) if (grants(known, wishes)) return known
    return undefined
  }

  private isRuledOut(wishes: readonly Wish[]): boolean {
    return wishes.some((one, i) => wishes.some((other, j) => j >= i && this.ruledOut.has(one, other)))
  }

  /** One of them leaves only texts that were all looked at, as far as the others can tell. */
  private isListed(wishes: readonly Wish[]): boolean {
    const { operands } = this.world
    const lists = wishes.flatMap(([condition, holds]) => (holds && this.listed[condition]) || [])
    return lists.some(list => wishes.every(([condition]) => operands[condition]?.every(operand => operand === list)))
  }

  private work(wishes: readonly Wish[]): Answer {
    const wanted = wishes.map(([condition, holds]) => ({ formula: this.world.formulas[condition] as Formula, holds }))
    for (const text of candidatesFor(wanted)) {
      const { admits, holds } = this.world
      if (admits(text) && wishes.every(([condition, wish]) => holds(condition, text) === wish)) return this.learnt(text)
    }
    return this.explore(wanted)
  }

  private explore(wanted: readonly Wanted[]): Answer {
    this.search ??= new Search([...this.world.formulas, ...this.world.admitted.map(({ formula }) => formula)])
    const effort = { left: Math.min(this.left, PER_QUESTION) }
    const before = effort.left
    const answer = this.search.shortest([...wanted, ...this.world.admitted], effort)
    this.left -= before - Math.max(0, effort.left)
    return typeof answer === 'object' ? this.learnt(answer.text) : answer
  }

  private learn(text: string): Known | undefined {
    return this.world.admits(text) ? this.learnt(text) : undefined
  }

  private learnt(text: string): Known {
    const known = this.known.get(text)
    if (known) return known
    const learnt = { text, truths: this.world.answers(text) }
    this.known.set(text, learnt)
    this.seen.addAll(learnt.truths)
    return learnt
  }
}

function grants({ truths }: Known, wishes: readonly Wish[]): boolean {
  for (const [condition, holds] of wishes) if (truths[condition] !== holds) return false
  return true
}
