/** What is left of a program once feeds give what they can. It scores as the program does; what only explain reads is gone. */
import type { Block, Condition, EventSet, Grade, OnEvents, Program, Rule, Score, Stage } from '../program.ts'
import type { Follow } from './feeds.ts'
import { lifeOf } from './life.ts'
import type { Need } from './plan.ts'
import { rewriting } from './rewrite.ts'

export interface Residual {
  readonly program: Program
  /** Of the sets that it still reads itself. */
  readonly needs: readonly Need[]
}

export function residualOf(program: Program, follow: Follow): Residual {
  const needs: Need[] = []
  const reads = (set: EventSet, life: number) => needs.push({ set, life })

  const fed = rewriting(node => {
    if (node.op !== 'count' && node.op !== 'aggregate') return undefined
    const feed = node.op === 'count' ? follow.count(node) : follow.aggregate(node)
    if (!feed) needs.push(node.op === 'count' ? { set: node.set, life: Number.POSITIVE_INFINITY } : follow.need(node))
    return feed
  })
  const condition = ({ expr }: Condition): Condition => ({ expr: fed(expr), parts: [] })
  const bounds = <B extends Pick<Rule, 'when' | 'cap' | 'floor'>>(one: B) => ({
    ...one,
    when: one.when && condition(one.when),
    cap: one.cap && fed(one.cap),
    floor: one.floor && fed(one.floor),
  })

  const events = (rule: Rule, { steps, decay }: OnEvents): OnEvents => {
    const set = steps.at(-1)?.set
    if (set) reads(set, lifeOf(rule))
    return {
      steps: set ? [{ text: '', set: fed(set) }] : [],
      ...(decay && { decay: { text: '', points: fed(decay.points) } }),
    }
  }
  const rule = (one: Rule): Rule => {
    const { on, subject, ...rest } = one
    const points = on && follow.points(one)
    if (points) return { ...bounds(rest), cases: [{ text: '', points, reads: [] }] }
    const cases = one.cases.map(({ text, when, points }) => {
      return { text, when: when && condition(when), points: fed(points), reads: [] }
    })
    return { ...bounds(rest), cases, ...(on && { on: events(one, on) }) }
  }
  const block = (one: Block): Block => ({
    ...bounds(one),
    items: one.items.map(item => (item.kind === 'rule' ? rule(item) : block(item))),
    multipliers: one.multipliers.map(each => ({ ...each, when: condition(each.when) })),
  })

  const scores = {
    rules: score => ({ ...score, block: block(score.block) }),
    formula: ({ reads: _, ...score }) => ({ ...bounds(score), formula: fed(score.formula), reads: [] }),
  } satisfies { [K in Score['kind']]: (score: Extract<Score, { kind: K }>) => Score }
  const grades = {
    cases: grade => ({ ...grade, cases: grade.cases.map(one => ({ ...one, when: condition(one.when) })) }),
    joined: grade => grade,
  } satisfies { [K in Grade['kind']]: (grade: Extract<Grade, { kind: K }>) => Grade }
  const stage = (one: Stage): Stage => ({
    ...one,
    lines: one.lines.map(({ text, when, span }) => ({ text, when: condition(when), span })),
  })

  return {
    needs,
    program: {
      ...program,
      values: program.values.map(fed),
      sets: program.sets.map(fed),
      scores: program.scores.map(score => (scores[score.kind] as (score: Score) => Score)(score)),
      grades: program.grades.map(grade => (grades[grade.kind] as (grade: Grade) => Grade)(grade)),
      stages: program.stages.map(stage),
      disqualifications: program.disqualifications.map(one => ({ ...one, when: condition(one.when) })),
      promises: [],
    },
  }
}
