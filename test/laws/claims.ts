/** Everything that the analysis says of a model, as claims that a lead can contradict. */
import { type Block, type Expr, fold, type Program, readLead } from '@merit-lang/runtime'
import { blockWorth, holds, type Run, ruleWorth, runOf, toPoints } from '@merit-lang/runtime/reference'
import type { Analysis } from '../../packages/analysis/src/analysis.ts'
import type { Budget, End, Range, Verdict, Witness } from '../../packages/analysis/src/claims.ts'
import { breaking } from '../../packages/analysis/src/promises.ts'

export interface Claim {
  readonly text: string
  /** What the lead of a run shows against it. */
  readonly against: (run: Run) => string | undefined
  readonly witnesses: readonly Witness[]
}

type Item = Block['items'][number]

/** Enough for small models, and few enough for many of them. */
const budget: Budget = { boxes: 40 }

export interface Measured {
  readonly text: string
  readonly range: Range
  /** In points. */
  readonly measure: (run: Run) => number
}

/** Of all scores, and of all rules and groups, or those that are chosen. */
export function rangesOf(
  { program, score, item, beforeBounds }: Analysis,
  chosen = <T>(all: readonly T[]): readonly T[] => all,
): readonly Measured[] {
  const scores = program.scores.map(({ name }, index) => ({
    text: `score ${name}`,
    range: score(index),
    measure: (run: Run) => toPoints(run.score(index)),
  }))
  const items = chosen(itemsOf(program)).map(({ one, around }) => ({
    text: nameOf(one),
    range: item(one, around),
    measure: (run: Run) => toPoints(worth(one, around, run)),
  }))
  const blocks = chosen(blocksOf(program)).map(block => ({
    text: `${block.name} before its bounds`,
    range: beforeBounds(block),
    measure: (run: Run) => toPoints(beforeBoundsOf(block, run)),
  }))
  return [...scores, ...items, ...blocks]
}

/** Of all scores, and of some rules and groups; which, the number says. */
export function rangeClaims(analysis: Analysis, salt: number): readonly Claim[] {
  return rangesOf(analysis, all => some(all, 4, salt)).map(rangeClaim)
}

function nameOf(item: Item): string {
  return item.kind === 'rule' ? `rule ${item.id}` : `block ${item.name}`
}

function worth(item: Item, around: readonly Expr[], run: Run): number {
  const active = around.every(condition => holds(condition, { run }))
  return item.kind === 'rule' ? ruleWorth(item, run, active).points : blockWorth(item, run, active).points
}

interface Placed {
  readonly one: Item
  readonly around: readonly Expr[]
}

/** Rules and groups with the conditions of the blocks around them. */
export function itemsOf(program: Program): readonly Placed[] {
  const inside = (block: Block, outer: readonly Expr[]): readonly Placed[] => {
    const around = block.when ? [...outer, block.when.expr] : outer
    return block.items.flatMap(one => [{ one, around }, ...(one.kind === 'block' ? inside(one, around) : [])])
  }
  return program.scores.flatMap(score => (score.kind === 'rules' ? inside(score.block, []) : []))
}

function blocksOf(program: Program): readonly Block[] {
  const inner = itemsOf(program).flatMap(({ one }) => (one.kind === 'block' ? [one] : []))
  return [...program.scores.flatMap(score => (score.kind === 'rules' ? [score.block] : [])), ...inner]
}

function beforeBoundsOf(block: Block, run: Run): number {
  const { active, multiplied } = blockWorth(block, run)
  return active ? multiplied : 0
}

function rangeClaim({ text, range: { low, high }, measure }: Measured): Claim {
  return {
    text: `${text} is ${endText(low)} … ${endText(high)}`,
    against: run => {
      const points = measure(run)
      if (points < low.points || points > high.points) return `${points} is outside of ${low.points} … ${high.points}`
      const [least, most] = [low, high].map(end => shownBy(end, run, points))
      return least ?? most
    },
    witnesses: [low, high].flatMap(({ witness }) => (witness ? [witness] : [])),
  }
}

function endText({ points, exact, reached }: End): string {
  return exact ? `${points}` : `${points} (reached ${reached})`
}

/** The witness of an end has what it is said to have. */
function shownBy({ points, exact, reached, witness }: End, run: Run, own: number): string | undefined {
  if (exact && Number.isFinite(points) && (reached !== points || !witness))
    return `exact without a witness that shows it`
  return witness && isOf(witness, run) && own !== reached ? `the witness has ${own}, not ${reached}` : undefined
}

const isOf = (witness: Witness, { lead, now }: Run) => leads.get(lead) === witness && witness.now === now

const leads = new WeakMap<object, Witness>()

/** The run of a witness, which must be data without any issue. */
export function runOfWitness(program: Program, witness: Witness): Run {
  const lead = readLead(program, witness.lead)
  if (lead.issues.length > 0) throw new Error(`A witness has issues: ${JSON.stringify([witness, lead.issues])}`)
  leads.set(lead, witness)
  return runOf(program, lead, witness.now)
}

// ---------------------------------------------------------------- conditions

export function verdictClaim(text: string, condition: Expr, verdict: Verdict): Claim {
  return {
    text: `${text} is ${verdict.kind}`,
    against: run => {
      const holding = holds(condition, { run })
      if (holding && verdict.kind === 'impossible') return 'the lead shows that it is possible'
      if (!holding && verdict.kind === 'possible' && isOf(verdict.witness, run)) return 'the witness does not show it'
      return undefined
    },
    witnesses: verdict.kind === 'possible' ? [verdict.witness] : [],
  }
}

/** Whether each condition can hold, and whether it can fail. */
export function conditionClaims({ possible }: Analysis, conditions: readonly Named[]): readonly Claim[] {
  return conditions.flatMap(({ text, condition }) => {
    const failing = not(condition)
    return [
      verdictClaim(text, condition, possible(condition, budget)),
      verdictClaim(`not (${text})`, failing, possible(failing, budget)),
    ]
  })
}

/** At most so many of them, spread over all. */
export function some<T>(all: readonly T[], count: number, salt: number): readonly T[] {
  const step = Math.max(1, all.length / count)
  return all.filter((_, i) => (i + salt) % step < 1)
}

export interface Named {
  readonly text: string
  readonly condition: Expr
}

export const not = (of: Expr): Expr => ({ op: 'not', of })

export function conditionsOf(program: Program): readonly Named[] {
  const { grades, stages, disqualifications, promises } = program
  return [
    ...itemsOf(program).flatMap(({ one }) => (one.kind === 'rule' ? conditionsOfRule(one) : [])),
    ...grades.flatMap(({ name }, index) =>
      labelsOf(program, index).map(label => ({
        text: `${name} = ${label}`,
        condition: hasLabel(index, label),
      })),
    ),
    ...stages.map(({ name }, index) => ({ text: name, condition: { op: 'stage', index } as const })),
    ...disqualifications.map(({ reason, when }) => ({ text: `disqualify ${reason}`, condition: when.expr })),
    ...promises.map(promise => ({ text: promise.text, condition: breaking(promise) })),
  ]
}

function conditionsOfRule(rule: Extract<Item, { kind: 'rule' }>): readonly Named[] {
  const { id, when, on, cases } = rule
  const own = when ? [{ text: `${id}, when`, condition: when.expr }] : []
  const last = on?.steps.at(-1)
  if (last) return [...own, { text: `${id} counts`, condition: someOf(last.set) }]
  return [...own, ...cases.flatMap(one => (one.when ? [{ text: `${id}: ${one.text}`, condition: one.when.expr }] : []))]
}

const someOf = (set: Extract<Expr, { op: 'count' }>['set']): Expr => ({
  op: 'less',
  left: { op: 'const', value: 0 },
  right: { op: 'count', set },
})

/** As the language lowers it. */
export const hasLabel = (index: number, label: string): Expr => ({
  op: 'equal',
  left: { op: 'fold', of: { op: 'grade', index } },
  right: { op: 'const', value: fold(label) },
})

export function labelsOf(program: Program, index: number): readonly string[] {
  const grade = program.grades[index]
  if (!grade) return []
  if (grade.kind === 'cases') return [...new Set([...grade.cases.map(({ label }) => label), grade.otherwise])]
  return grade.grades.reduce<string[]>(
    (sofar, other) => sofar.flatMap(start => labelsOf(program, other).map(end => start + end)),
    [''],
  )
}

/** Conditions put together of those of the program and of comparisons with scores; which, the number says. */
export function combined(program: Program, salt: number, count: number): readonly Named[] {
  const parts = [...conditionsOf(program), ...comparisons(program, salt)]
  let seed = salt
  const next = (sides: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return (seed >>> 8) % sides
  }
  return Array.from({ length: count }, () => {
    const [one, other] = [parts[next(parts.length)] as Named, parts[next(parts.length)] as Named]
    const right = next(2) === 0 ? other.condition : not(other.condition)
    const op = next(4) === 0 ? 'or' : 'and'
    return { text: `${one.text} ${op} ${right.op} ${other.text}`, condition: { op, of: [one.condition, right] } }
  })
}

function comparisons({ scores }: Program, salt: number): readonly Named[] {
  return scores.flatMap(({ name }, index) =>
    [salt % 7, (salt % 23) - 5].map(points => ({
      text: `${name} >= ${points}`,
      condition: { op: 'atMost', left: { op: 'const', value: points }, right: { op: 'score', index } } as const,
    })),
  )
}
