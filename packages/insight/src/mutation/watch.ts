/** The tests of a model, on the look-out for mutants of it. */
import type { Witness } from '@merit-lang/analysis'
import { type Lowered, runTest, type TestCase } from '@merit-lang/language'
import type { Block, Program, Rule, SourceSpan } from '@merit-lang/runtime'
import { holds, type Lead, type Run, readLead, ruleWorth, runOf } from '@merit-lang/runtime/reference'

/** What is known of a test before any mutant. */
interface View {
  readonly lead: Lead
  /** Each instant that it looks at. */
  readonly runs: readonly Run[]
  /** Rules of which it speaks by name, and not only of what they come to. */
  readonly rules: ReadonlySet<string>
}

export interface Sighting {
  /** The first test that fails. */
  readonly by?: string | undefined
  /** Where none does: leads of tests for whom the mutant may make a difference. */
  readonly leads: readonly Witness[]
}

export class Watch {
  private readonly program: Program
  private readonly tests: readonly TestCase[]
  private readonly isWanted: (name: string) => boolean
  private readonly views = new Map<number, View>()
  private readonly data: string
  /** What a lead was once counts for it. */
  private readonly remembers: boolean

  /** @param isWanted which tests, by name */
  constructor({ testProgram, tests }: Lowered, isWanted: (name: string) => boolean) {
    this.program = testProgram
    this.tests = tests
    this.isWanted = isWanted
    this.data = dataOf(testProgram)
    this.remembers = testProgram.stages.some(({ lines }) => lines.some(({ until }) => until !== undefined))
  }

  /** `place`: the rule that alone is changed, if it is one. */
  lookAt(mutant: Lowered, place: SourceSpan | undefined): Sighting {
    const mayNotice = this.glance(mutant.testProgram, place)
    const looking = this.tests.flatMap((test, i) => (this.isWanted(test.name) && mayNotice(i) ? [i] : []))
    const first = looking.find(i => fails(mutant, mutant.tests[i] as TestCase))
    if (first !== undefined) return { by: this.tests[first]?.name, leads: [] }
    return { leads: looking.flatMap(i => witnessesOf(this.tests[i] as TestCase, this.view(i))) }
  }

  /**
   * Where only one rule is changed, and what it gives to the lead of a test is not, the test cannot notice: nothing but
   * the points of rules is read of them elsewhere.
   */
  private glance(mutated: Program, place: SourceSpan | undefined): (test: number) => boolean {
    const before = place && !this.remembers && ruleAt(this.program, place)
    if (!before || mutated.unsupported.length > 0 || dataOf(mutated) !== this.data) return () => true
    const after = ruleAt(mutated, place)
    return test => {
      const { lead, runs, rules } = this.view(test)
      return (
        rules.has(before.id) ||
        runs.some(run => pointsOf(before, run) !== pointsOf(after, runOf(mutated, lead, run.now)))
      )
    }
  }

  private view(index: number): View {
    const view = this.views.get(index) ?? viewOf(this.program, this.tests[index] as TestCase)
    this.views.set(index, view)
    return view
  }
}

/** Most tests that fail do so by a condition, which is found sooner than all failures and how they came about. */
function fails(mutant: Lowered, test: TestCase): boolean {
  return missesACondition(mutant.testProgram, test) || !runTest(mutant, test).passed
}

function missesACondition(program: Program, { data, now, expectations }: TestCase): boolean {
  if (program.unsupported.length > 0) return true
  const lead = readLead(program, data)
  const runAt = new Map<number, Run>()
  return expectations.some(one => {
    const run = runAt.get(one.after) ?? runOf(program, lead, now + one.after)
    runAt.set(one.after, run)
    return one.kind === 'holds' && !holds(one.condition.expr, { run })
  })
}

const witnessesOf = ({ data }: TestCase, { runs }: View) => runs.map(({ now }): Witness => ({ lead: data, now }))

function viewOf(program: Program, { data, now, expectations }: TestCase): View {
  const lead = readLead(program, data)
  const instants = new Set([0, ...expectations.map(({ after }) => after)])
  return {
    lead,
    runs: [...instants].map(after => runOf(program, lead, now + after)),
    rules: new Set(expectations.flatMap(one => (one.kind === 'rule' ? [one.label] : []))),
  }
}

/** As if all blocks around it counted. */
const pointsOf = (rule: Rule | undefined, run: Run) => (rule ? ruleWorth(rule, run, true).points : 0)

/** What the leads of tests are read by. */
const dataOf = ({ attributes, events, zone }: Program) => JSON.stringify([attributes, events, zone.name])

function ruleAt({ scores }: Program, place: SourceSpan): Rule | undefined {
  for (const score of scores) {
    const found = score.kind === 'rules' ? ruleIn(score.block, place) : undefined
    if (found) return found
  }
  return undefined
}

function ruleIn({ items }: Block, place: SourceSpan): Rule | undefined {
  for (const item of items) {
    const found = item.kind === 'block' ? ruleIn(item, place) : isAt(item, place) ? item : undefined
    if (found) return found
  }
  return undefined
}

const isAt = ({ span }: Rule, { path, line, column }: SourceSpan) =>
  span.line === line && span.column === column && span.path === path
