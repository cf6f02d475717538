/** What coverage counts is what the reference says of each test: walked through explanations, not through goals. */
import { analyse } from '@merit-lang/analysis'
import { type CheckedModel, lower, type TestCase } from '@merit-lang/language'
import {
  type Block,
  type BlockExplanation,
  type Condition,
  type Explanation,
  explain,
  type Program,
  type Rule,
  type RuleExplanation,
  readLead,
} from '@merit-lang/runtime'
import { type LeadEvent, type Run, runOf } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CoveredGoal, type CoveredStatement, coverageOf } from '../../packages/insight/src/index.ts'
import { type Decided, decided } from '../../packages/runtime/src/kernel/decided.ts'
import { type Data, fittingLead, model, now, render } from '../generators/index.ts'
import { checkText, findings } from '../pipeline.ts'
import { runs } from './settings.ts'

/** What is to be seen of a statement: whether it matches, how its comparisons come out, which rows apply, which thresholds are reached. */
interface Expected {
  readonly matched: boolean
  /** Of each comparison, for the lead or for each event that it is asked of. */
  readonly conditions: readonly (readonly Decided[])[]
  readonly bands: readonly boolean[]
  readonly thresholds: readonly boolean[]
}

const nothing = { conditions: [], bands: [], thresholds: [] }

function decidedIn(condition: Condition | undefined, run: Run, events?: readonly LeadEvent[]) {
  const scopes = events ? events.map(event => ({ run, event })) : [{ run }]
  return (condition?.parts ?? []).map(part => scopes.map(scope => decided(part.holds, scope)))
}

function fromBlock(block: Block, found: BlockExplanation, run: Run): readonly Expected[] {
  const gate = { ...nothing, matched: found.active, conditions: decidedIn(block.when, run) }
  return [
    ...(block.when ? [gate] : []),
    ...block.items.flatMap((item, i) => {
      const explained = found.items[i]
      if (item.kind === 'rule') return [fromRule(item, explained as RuleExplanation, run)]
      return fromBlock(item, explained as BlockExplanation, run)
    }),
    ...block.multipliers.map(({ when }, i) => ({
      ...nothing,
      matched: found.active && found.multipliers[i]?.outcome === 'matched',
      conditions: decidedIn(when, run),
    })),
  ]
}

function fromRule(rule: Rule, { outcome, events, case: one }: RuleExplanation, run: Run): Expected {
  const isTable = rule.cases.some(({ text }) => text !== '')
  const counted = rule.on ? run.events(rule.on.steps.at(-1)?.set as never) : undefined
  const taken = events ? events.counted.map(event => event.case) : [one]
  return {
    ...nothing,
    matched: outcome === 'matched',
    conditions: [rule.when, ...rule.cases.map(({ when }) => when)].flatMap((condition, i) =>
      decidedIn(condition, run, i > 0 ? counted : undefined),
    ),
    bands: isTable ? rule.cases.map(({ text }) => taken.includes(text)) : [],
  }
}

function expectedOf(program: Program, run: Run, { explained }: Explanation): readonly Expected[] {
  const scores = program.scores.flatMap((score, i) => {
    const found = explained.scores[i]
    return score.kind === 'rules' && found?.kind === 'rules' ? fromBlock(score.block, found, run) : []
  })
  const grades = program.grades.flatMap((grade, i) => {
    if (grade.kind === 'joined') return []
    const first = explained.grades[i]?.cases.findIndex(({ holds }) => holds)
    const rows = grade.cases.map(({ when }, j) => ({ ...withThreshold(when, run), matched: first === j }))
    return [...rows, { ...nothing, matched: first === -1 }]
  })
  const stages = program.stages.flatMap(({ lines }, i) =>
    lines.map(({ when, at, until }, j) => {
      const found = withThreshold(when, run)
      const stays =
        at && until
          ? [decided({ op: 'atMost', left: until, right: { op: 'score', index: at.score } }, { run }) === true]
          : []
      return {
        ...found,
        thresholds: [...found.thresholds, ...stays],
        matched: explained.stages[i]?.lines[j]?.holds === true,
      }
    }),
  )
  const disqualifications = program.disqualifications.map(({ when }, i) => ({
    ...nothing,
    matched: explained.disqualifications[i]?.holds === true,
    conditions: decidedIn(when, run),
  }))
  return [...scores, ...grades, ...stages, ...disqualifications]
}

function withThreshold(when: Condition, run: Run) {
  const isThreshold = / at [^ ]+$/.test(when.parts[0]?.text ?? '')
  const [first = [], ...others] = decidedIn(when, run)
  return isThreshold
    ? { ...nothing, thresholds: [first[0] === true], conditions: others }
    : { ...nothing, conditions: decidedIn(when, run) }
}

// ---------------------------------------------------------------- what coverage says

const of = (goals: readonly CoveredGoal[], kind: CoveredGoal['kind']) => goals.filter(goal => goal.kind === kind)
const sawOf = ({ outcomes }: CoveredGoal) => outcomes.filter(({ seen }) => seen > 0).map(({ outcome }) => outcome)

function saidOf({ goals }: CoveredStatement) {
  return {
    matched: of(goals, 'statement').flatMap(sawOf),
    conditions: of(goals, 'condition').map(sawOf),
    bands: of(goals, 'band').map(sawOf),
    thresholds: of(goals, 'threshold').map(sawOf),
  }
}

const namesOf = [
  [true, 'true'],
  [false, 'false'],
  [undefined, 'unknown'],
] as const

function shouldBe({ matched, conditions, bands, thresholds }: Expected) {
  return {
    matched: matched ? ['matched'] : [],
    conditions: conditions.map(found => namesOf.filter(([one]) => found.includes(one)).map(([, name]) => name)),
    bands: bands.map(applied => (applied ? ['applied'] : [])),
    thresholds: thresholds.map(reached => [reached ? 'reached' : 'missed']),
  }
}

function checked(text: string): CheckedModel {
  const found = checkText(text)
  if (!found.model) throw new Error(`${findings(found)}\n\n${text}`)
  return found.model
}

const testOf = (data: Data, { entry }: CheckedModel): TestCase => ({
  name: '',
  span: { source: entry, start: 0, end: 0 },
  now,
  data,
  meantUnknown: [],
  expectations: [],
})

it('what one test shows is what an explanation of its lead says', () => {
  const law = fc.property(model.map(render), fittingLead, (text, data) => {
    const model = checked(text)
    const lowered = lower(model)
    const lead = readLead(lowered.program, data)
    const run = runOf(lowered.program, lead, now)
    const expected = expectedOf(lowered.program, run, explain(lowered.program, lead, now)).map(shouldBe)
    const { statements } = coverageOf(model, lowered, { tests: [testOf(data, model)] })
    expect([statements.map(saidOf), text]).toEqual([expected, text])
  })
  fc.assert(law, runs(60))
})

it('tests add up, and what is said to be impossible none of them shows', () => {
  const law = fc.property(model.map(render), fc.array(fittingLead, { minLength: 1, maxLength: 12 }), (text, leads) => {
    const model = checked(text)
    const lowered = lower(model)
    const tests = leads.map(data => testOf(data, model))
    const countsOf = (some: readonly TestCase[]) =>
      coverageOf(model, lowered, { tests: some }).statements.flatMap(({ goals }) =>
        goals.flatMap(({ outcomes }) => outcomes.map(({ seen }) => seen)),
      )
    const alone = tests.map(one => countsOf([one]))
    expect(countsOf(tests)).toEqual(alone[0]?.map((_, i) => alone.reduce((sum, one) => sum + (one[i] ?? 0), 0)))
    const [first] = tests
    const asked = coverageOf(model, lowered, { tests: first ? [first] : [], analysis: analyse(lowered.program) })
    const judged = asked.statements.flatMap(({ goals }) => goals.flatMap(({ outcomes }) => outcomes))
    const shown = alone.reduce<readonly number[]>((all, one) => one.map((seen, i) => seen + (all[i] ?? 0)), [])
    expect([judged.filter(({ impossible }, i) => impossible && (shown[i] ?? 0) > 0), text]).toEqual([[], text])
  })
  fc.assert(law, runs(3))
})
