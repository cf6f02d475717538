/** What tests reach: which rules matched, which lines and grades were decided, and how each of their conditions came out. */
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
  type Saw,
  type SourceSpan,
} from '@merit-lang/runtime'
import type { Span } from '../text.ts'
import type { Project } from '../workspace.ts'
import type { Breathe } from './breathe.ts'
import { gateOf, leavesIn, type Named, rowsOf } from './conditions.ts'
import { type Places, placesOf } from './places.ts'
import { notRunnable, notScorable } from './runnable.ts'
import { withoutTable } from './steps.ts'
import { testsOf } from './tests.ts'

export interface Coverage {
  /** Why nothing was run: one sentence. */
  readonly problem?: string
  /** Of all files of the model, in the order of the text. */
  readonly statements: readonly Covered[]
}

export interface Covered {
  readonly name: string
  readonly span: Span
  /** At how many instants of the tests it matched. */
  readonly matched: number
  readonly conditions: readonly CoveredCondition[]
}

export interface CoveredCondition {
  readonly text: string
  readonly span: Span
  readonly held: number
  readonly failed: number
}

/** Reference semantics: tests are few, and explanations say of every condition how it came out. */
export async function coverageOf(
  project: Project,
  path: string,
  ids: readonly string[] | undefined,
  breathe: Breathe,
): Promise<Coverage> {
  const problem = notRunnable(project, path) ?? notScorable(project)
  const lowered = project.lowered()
  if (problem !== undefined || !lowered) return { problem, statements: [] }
  const counting = new Counting(lowered.testProgram, placesOf(project))
  for (const { test } of testsOf(project, ids)) {
    const lead = readLead(lowered.testProgram, test.data)
    for (const after of new Set([0, ...test.expectations.map(one => one.after)])) {
      await breathe()
      counting.add(explain(lowered.testProgram, lead, test.now + after))
    }
  }
  return { statements: counting.statements }
}

interface Counted {
  readonly name: string
  readonly span: Span
  matched: number
  readonly conditions: { readonly text: string; readonly span: Span; held: number; failed: number }[]
}

/** Programs and their explanations have one shape: they are walked side by side. */
class Counting {
  readonly statements: Counted[] = []
  private readonly program: Program
  private readonly places: Places
  private readonly bySubject = new Map<object, Counted>()

  constructor(program: Program, places: Places) {
    this.program = program
    this.places = places
    for (const score of program.scores) if (score.kind === 'rules') this.enterBlock(score.block)
    for (const grade of program.grades) if (grade.kind === 'cases') this.enterGrade(grade)
    for (const { lines } of program.stages) for (const line of lines) this.enterLine(line)
    for (const one of program.disqualifications) this.enterConditional(one, `disqualify ${one.reason}`)
  }

  add({ explained }: Explanation): void {
    for (const [i, score] of this.program.scores.entries()) {
      const found = explained.scores[i]
      if (score.kind === 'rules' && found?.kind === 'rules') this.addBlock(score.block, found)
    }
    for (const [i, grade] of this.program.grades.entries()) {
      const { cases = [] } = explained.grades[i] ?? {}
      const taken = cases.findIndex(({ holds }) => holds)
      if (grade.kind === 'cases')
        for (const [j, one] of grade.cases.entries()) this.count(one, taken === j, cases[j]?.saw ?? [])
    }
    for (const [i, { lines }] of this.program.stages.entries())
      for (const [j, line] of lines.entries()) {
        const found = explained.stages[i]?.lines[j]
        this.count(line, found?.holds === true, found?.saw ?? [])
      }
    for (const [i, one] of this.program.disqualifications.entries()) {
      const found = explained.disqualifications[i]
      this.count(one, found?.holds === true, found?.saw ?? [])
    }
  }

  // ---------------------------------------------------------------- what there is

  private enter(subject: object, name: string, span: Span, conditions: readonly Named[]): void {
    const counted = { name, span, matched: 0, conditions: conditions.map(one => ({ ...one, held: 0, failed: 0 })) }
    this.bySubject.set(subject, counted)
    this.statements.push(counted)
  }

  private enterBlock({ items, multipliers }: Block): void {
    for (const item of items) {
      if (item.kind === 'rule') this.enterRule(item)
      else this.enterBlock(item)
    }
    for (const one of multipliers) this.enterConditional(one, one.id)
  }

  private enterRule(rule: Rule): void {
    const ast = this.places.at(rule.span)
    if (ast?.kind !== 'rule') return
    this.enter(rule, withoutTable(rule.id), ast.span, [...gateOf(ast), ...rowsOf(ast)])
  }

  private enterConditional(one: { readonly when: Condition; readonly span: SourceSpan }, name: string): void {
    const ast = this.places.at(one.span)
    if (ast?.kind === 'rule') this.enter(one, name, ast.span, gateOf(ast))
    if (ast?.kind === 'disqualify') this.enter(one, name, ast.span, leavesIn(ast.condition))
  }

  private enterLine(line: Program['stages'][number]['lines'][number]): void {
    const ast = this.places.at(line.span)
    if (ast?.kind === 'qualify') this.enter(line, line.text, ast.span, [...leavesIn(ast.at), ...leavesIn(ast.when)])
  }

  private enterGrade(grade: Extract<Program['grades'][number], { kind: 'cases' }>): void {
    const ast = this.places.at(grade.span)
    if (ast?.kind !== 'grade') return
    for (const [i, one] of grade.cases.entries()) {
      const row = ast.rows?.[i]
      if (row) this.enter(one, `${grade.name} ${one.label}`, row.span, [...leavesIn(row.at), ...leavesIn(row.when)])
    }
  }

  // ---------------------------------------------------------------- what was reached

  private addBlock(block: Block, found: BlockExplanation): void {
    for (const [i, item] of block.items.entries()) {
      const explained = found.items[i]
      if (item.kind === 'rule' && explained?.kind === 'rule') this.addRule(item, explained, found.active)
      else if (item.kind === 'block' && explained?.kind === 'group')
        this.addBlock(item, { ...explained, active: found.active && explained.active })
    }
    for (const [i, one] of block.multipliers.entries()) {
      const explained = found.multipliers[i]
      this.count(one, found.active && explained?.outcome === 'matched', explained?.saw ?? [])
    }
  }

  /** Conditions of a table are its rows: which of them applied, to the lead or to an event. */
  private addRule(rule: Rule, { outcome, saw, events, ...found }: RuleExplanation, active: boolean): void {
    const gate = rule.when?.parts.length ?? 0
    const isTable = rule.cases.some(({ text }) => text !== '')
    this.count(rule, active && outcome === 'matched', isTable ? saw.slice(0, gate) : saw)
    const taken = events ? events.counted.map(one => one.case) : [found.case]
    if (!isTable || outcome !== 'matched') return
    for (const condition of this.bySubject.get(rule)?.conditions.slice(gate) ?? []) {
      if (taken.includes(condition.text)) condition.held++
      else condition.failed++
    }
  }

  private count(subject: object, matched: boolean, saw: readonly Saw[]): void {
    const counted = this.bySubject.get(subject)
    if (!counted) return
    if (matched) counted.matched++
    for (const [i, { holds }] of saw.entries()) {
      const condition = counted.conditions[i]
      if (!condition) continue
      if (holds) condition.held++
      else condition.failed++
    }
  }
}
