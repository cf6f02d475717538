/** What is found about rules and tables is what counting out all leads gives, of models over so few values that they can be listed. */
import { type Ast, type CheckedModel, check, type Diagnostic, lower, type Span } from '@merit-lang/language'
import { type Expr, type Multiplier, type Rule, readLead } from '@merit-lang/runtime'
import { holds, type Run, ruleWorth, runOf } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../packages/analysis/src/analysis.ts'
import { findWhatAlwaysMatches } from '../../packages/analysis/src/findings/always-matches.ts'
import type { FindingCheck, Findings } from '../../packages/analysis/src/findings/finding.ts'
import { findImpliedRules } from '../../packages/analysis/src/findings/implied.ts'
import { findWhatNeverMatches } from '../../packages/analysis/src/findings/never-matches.ts'
import { findCasesNeverTaken } from '../../packages/analysis/src/findings/never-taken.ts'
import { nodesByPlace } from '../../packages/analysis/src/findings/places.ts'
import { findRulesThatRepeat } from '../../packages/analysis/src/findings/repeats.ts'
import {
  blocksOf,
  conditionOf,
  isPlain,
  needsOf,
  nodeOf,
  type PlacedBlock,
  rulesIn,
} from '../../packages/analysis/src/findings/rules.ts'
import { now } from '../generators/index.ts'
import { type Small, small } from '../generators/small.ts'
import { runs } from './settings.ts'

interface Listed extends Findings {
  readonly everyone: readonly Run[]
}

function listed({ text, leads }: Small): Listed {
  const model = check({ path: 'model.merit', text }).model as CheckedModel
  const lowered = lower(model)
  const { program } = lowered
  const nodeAt = nodesByPlace(model)
  const everyone = leads.map(data => runOf(program, readLead(program, data), now))
  return { model, lowered, program, analysis: analyse(program), nodeAt, spanOf: at => nodeAt(at).span, everyone }
}

function found(checkFor: FindingCheck, cx: Findings): readonly Diagnostic[] {
  return [...checkFor(cx)].filter(one => one !== undefined)
}

const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
const meets = (run: Run, conditions: readonly Expr[]) => conditions.every(condition => holds(condition, { run }))

interface Placed {
  readonly rule: Rule | Multiplier
  readonly placed: PlacedBlock
  readonly node: Ast.RuleDecl
}

function rulesOf(cx: Findings): readonly Placed[] {
  const placed = blocksOf(cx.program).flatMap(one => rulesIn(one.block).map(rule => ({ rule, placed: one })))
  return placed.map(one => ({ ...one, node: nodeOf(one.rule, cx) }))
}

/** Those of the rules that something was found about, and those that are such. */
function expectSame(rules: readonly Placed[], findings: readonly Diagnostic[], isSuch: (one: Placed) => boolean): void {
  const at = ({ node }: Placed) => node.span.start
  const said = rules.filter(({ node }) => findings.some(({ span }) => isWithin(span, node.span)))
  expect(said.map(at)).toEqual(rules.filter(isSuch).map(at))
}

/** In a block that counts for nobody rules are not looked at one by one. */
const counts = ({ placed }: Placed, everyone: readonly Run[]) => everyone.some(run => meets(run, placed.around))

test('a rule is said to match nobody exactly where it does', () => {
  fc.assert(
    fc.property(small, model => {
      const cx = listed(model)
      const rules = rulesOf(cx).filter(one => counts(one, cx.everyone))
      expectSame(rules, found(findWhatNeverMatches, cx), ({ rule, placed }) =>
        cx.everyone.every(run => !meets(run, [...placed.around, ...needsOf(rule)])),
      )
    }),
    runs(40),
  )
})

test('a condition is said to hold for everybody exactly where it does', () => {
  fc.assert(
    fc.property(small, model => {
      const cx = listed(model)
      const rules = rulesOf(cx).filter(({ rule }) => conditionOf(rule))
      expectSame(rules, found(findWhatAlwaysMatches, cx), one => {
        const own = conditionOf(one.rule)?.expr as Expr
        return (
          counts(one, cx.everyone) && cx.everyone.every(run => !meets(run, one.placed.around) || holds(own, { run }))
        )
      })
    }),
    runs(40),
  )
})

const isElseOfNothing = ({ when, points }: Rule['cases'][number]) =>
  !when && points.op === 'const' && points.value === 0

test('a case is said to be taken by nothing exactly where it is', () => {
  fc.assert(
    fc.property(small, model => {
      const cx = listed(model)
      const findings = found(findCasesNeverTaken, cx)
      for (const { rule, placed, node } of rulesOf(cx)) {
        if (
          rule.kind !== 'rule' ||
          isPlain(rule) ||
          !cx.everyone.some(run => meets(run, [...placed.around, ...needsOf(rule)]))
        )
          continue
        const taken = new Set(cx.everyone.flatMap(run => casesTaken(rule, run, meets(run, placed.around))))
        const dead = rule.cases.filter(one => !taken.has(one) && !isElseOfNothing(one))
        expect(findings.filter(({ span }) => isWithin(span, node.span))).toHaveLength(dead.length)
      }
    }),
    runs(40),
  )
})

function casesTaken(rule: Rule, run: Run, active: boolean): readonly (Rule['cases'][number] | undefined)[] {
  const { taken, events = [] } = ruleWorth(rule, run, active)
  return [taken, ...events.map(event => event.taken)]
}

test('rules that are said to be for the same leads are, and so are those that take in another', () => {
  fc.assert(
    fc.property(small, model => {
      const cx = listed(model)
      const conditionAt = (span: Span) => {
        const one = rulesOf(cx).find(({ node }) => isWithin(span, node.span))
        return one && conditionOf(one.rule)?.expr
      }
      const holding = (condition: Expr) => cx.everyone.map(run => holds(condition, { run }))
      const pairs = (checkFor: FindingCheck) =>
        found(checkFor, cx).flatMap(({ span, related: [other] }) => {
          const [a, b] = [conditionAt(span), other && conditionAt(other.span)]
          return a && b ? [[holding(a), holding(b)] as const] : []
        })
      for (const [a, b] of pairs(findRulesThatRepeat)) expect(a).toEqual(b)
      for (const [a, b] of pairs(findImpliedRules))
        expect(a.every((one, i) => !one || b[i]) || b.every((one, i) => !one || a[i])).toBe(true)
    }),
    runs(60),
  )
})
